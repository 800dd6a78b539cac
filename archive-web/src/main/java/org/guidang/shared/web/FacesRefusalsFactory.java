// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.web;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Puts {@link FacesRefusals} around the handler of the platform. */
public class FacesRefusalsFactory extends ExceptionHandlerFactory {

    public FacesRefusalsFactory(ExceptionHandlerFactory platform) {
        super(platform);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new FacesRefusals(getWrapped().getExceptionHandler());
    }
}
