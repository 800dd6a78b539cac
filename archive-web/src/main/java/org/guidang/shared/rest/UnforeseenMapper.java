// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.BusinessRuleException.Kind;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that is no refusal of ours. What the caller did wrong is said; what went wrong here is logged under an
 * id, and only the id is shown.
 */
@Provider
public class UnforeseenMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(UnforeseenMapper.class);

    @Context
    HttpHeaders headers;

    @Context
    UriInfo address;

    @Context
    SecurityContext security;

    @Inject
    Overtaken overtaken;

    @Override
    public Response toResponse(Throwable thrown) {
        List<Locale> languages = headers.getAcceptableLanguages();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof BusinessRuleException refused) {
                return Problem.of(languages, refused).response();
            }
            if (cause instanceof ConstraintViolationException invalid) {
                return invalid(languages, invalid);
            }
            if (cause instanceof JsonProcessingException json) {
                return Problem.of(languages, Kind.CONTENT, "shared.rest.json", place(json), json.getOriginalMessage())
                        .withStatus(400)
                        .response();
            }
        }
        if (thrown instanceof WebApplicationException answered) {
            return ofStatus(languages, answered);
        }
        Optional<BusinessRuleException> faster = overtaken.refusal(thrown, named(), caller());
        if (faster.isPresent()) {
            return Problem.of(languages, faster.get()).response();
        }
        String trace = UUID.randomUUID().toString();
        LOG.error("request failed, trace {}", trace, thrown);
        return Problem.of(languages, Kind.UNAVAILABLE, "shared.rest.unforeseen", trace)
                .withStatus(500)
                .withTrace(trace)
                .response();
    }

    /** The ids in the address. */
    private List<String> named() {
        return address.getPathParameters().values().stream()
                .flatMap(List::stream)
                .toList();
    }

    private String caller() {
        return security.getUserPrincipal() == null
                ? null
                : security.getUserPrincipal().getName();
    }

    private static Response invalid(List<Locale> languages, ConstraintViolationException invalid) {
        List<Finding> findings = invalid.getConstraintViolations().stream()
                .map(violation -> Finding.failed("shared.rest.field", Characteristic.USABILITY, "shared.rest.field")
                        .at(violation.getPropertyPath().toString())
                        .expecting(violation.getMessage(), violation.getInvalidValue()))
                .toList();
        return Problem.of(languages, new BusinessRuleException(Kind.CONTENT, "shared.rest.invalid", findings))
                .response();
    }

    private static Response ofStatus(List<Locale> languages, WebApplicationException answered) {
        int status = answered.getResponse().getStatus();
        if (status < 400) {
            return answered.getResponse();
        }
        String key = switch (status) {
            case 404 -> "shared.rest.not-found";
            case 405 -> "shared.rest.method";
            case 406, 415 -> "shared.rest.media-type";
            default -> "shared.rest.bad-request";
        };
        Response problem =
                Problem.of(languages, Kind.CONTENT, key).withStatus(status).response();
        Object allow = answered.getResponse().getHeaders().getFirst(HttpHeaders.ALLOW);
        return allow == null
                ? problem
                : Response.fromResponse(problem)
                        .header(HttpHeaders.ALLOW, allow)
                        .build();
    }

    private static String place(JsonProcessingException json) {
        return json.getLocation() == null
                ? ""
                : json.getLocation().getLineNr() + ":" + json.getLocation().getColumnNr();
    }
}
