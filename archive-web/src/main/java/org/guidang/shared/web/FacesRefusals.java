// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.web;

import jakarta.ejb.EJBAccessException;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.guidang.shared.BusinessRuleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of an exception that no page caught: a view that is gone asks for a new sign-in or comes back fresh, an
 * unknown thing is 404, a forbidden one 403, anything unforeseen is logged with a trace number and only that number is
 * shown. An ajax request gets the status and a header, which the script of the pages turns into words.
 */
class FacesRefusals extends ExceptionHandlerWrapper {

    private static final Logger LOG = LoggerFactory.getLogger(FacesRefusals.class);

    FacesRefusals(ExceptionHandler platform) {
        super(platform);
    }

    @Override
    public void handle() {
        for (Iterator<ExceptionQueuedEvent> queued =
                        getUnhandledExceptionQueuedEvents().iterator();
                queued.hasNext(); ) {
            Throwable thrown = queued.next().getContext().getException();
            queued.remove();
            FacesContext faces = FacesContext.getCurrentInstance();
            if (faces != null && !faces.getResponseComplete()) {
                answer(faces, thrown);
            } else {
                LOG.error("after the answer was complete", thrown);
            }
        }
        getWrapped().handle();
    }

    private static void answer(FacesContext faces, Throwable thrown) {
        try {
            if (PageMessages.causeOf(thrown, ViewExpiredException.class) != null) {
                expired(faces);
            } else {
                refuse(faces, thrown);
            }
            faces.responseComplete();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void expired(FacesContext faces) throws IOException {
        ExternalContext external = faces.getExternalContext();
        boolean signedIn = external.getUserPrincipal() != null;
        if (faces.getPartialViewContext().isAjaxRequest()) {
            external.setResponseStatus(signedIn ? 409 : 401);
            external.setResponseHeader("X-Guidang", signedIn ? "view-expired" : "sign-in");
        } else {
            external.redirect(whereFrom(external));
        }
    }

    /** The page the form stood on, if the browser says so and it is one of ours; else home. */
    private static String whereFrom(ExternalContext external) {
        String referer = external.getRequestHeaderMap().get("Referer");
        String here = external.getRequestScheme() + "://" + external.getRequestServerName() + ":"
                + external.getRequestServerPort() + external.getRequestContextPath() + "/";
        return referer != null && referer.startsWith(here) && !referer.contains("login")
                ? referer.substring(
                        here.length() - external.getRequestContextPath().length() - 1)
                : external.getRequestContextPath() + "/home.xhtml";
    }

    private static void refuse(FacesContext faces, Throwable thrown) throws IOException {
        ExternalContext external = faces.getExternalContext();
        int status = statusOf(thrown);
        String trace = Incident.newNumber();
        if (status == 500) {
            LOG.error("trace {} at {}", trace, external.getRequestServletPath(), thrown);
        } else {
            LOG.info(
                    "trace {} at {}: {}",
                    trace,
                    external.getRequestServletPath(),
                    root(thrown).getMessage());
        }
        external.getRequestMap().put(Incident.NUMBER, trace);
        external.setResponseHeader("X-Guidang-Trace", trace);
        external.responseSendError(status, null);
    }

    private static int statusOf(Throwable thrown) {
        if (PageMessages.causeOf(thrown, EJBAccessException.class) != null) {
            return 403;
        }
        BusinessRuleException refused = PageMessages.causeOf(thrown, BusinessRuleException.class);
        if (refused == null) {
            return 500;
        }
        return switch (refused.kind()) {
            case UNKNOWN -> 404;
            case FORBIDDEN -> 403;
            case CONFLICT, STALE, CONTENT, UNAVAILABLE -> 500;
        };
    }

    private static Throwable root(Throwable thrown) {
        Throwable at = thrown;
        while (at.getCause() != null) {
            at = at.getCause();
        }
        return at;
    }

    @Override
    public Throwable getRootCause(Throwable thrown) {
        return thrown instanceof FacesException ? root(thrown) : super.getRootCause(thrown);
    }
}
