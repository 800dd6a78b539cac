// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.rest;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.guidang.shared.BusinessRuleException;

/** Refusals become problems; nothing else about them is said. */
@Provider
public class RefusalMapper implements ExceptionMapper<BusinessRuleException> {

    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(BusinessRuleException refused) {
        return Problem.of(headers.getAcceptableLanguages(), refused).response();
    }
}
