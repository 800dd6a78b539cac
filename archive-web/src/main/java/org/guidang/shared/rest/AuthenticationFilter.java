// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.rest;

import jakarta.annotation.Priority;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.guidang.shared.BusinessRuleException.Kind;

/**
 * Signs a client in for the length of one request, by Basic authentication against the realm of the server. A browser
 * session may read (previews and downloads of the pages), but changes nothing here: its cookie would be a stranger's tool.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class AuthenticationFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String SIGNED_IN_HERE = AuthenticationFilter.class.getName();

    private record Credentials(String userName, String password) {}

    @Context
    HttpServletRequest servletRequest;

    @Override
    public void filter(ContainerRequestContext request) {
        Optional<Credentials> credentials = credentials(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        if (credentials.isPresent()) {
            signIn(request, credentials.get());
            return;
        }
        boolean reads = HttpMethod.GET.equals(request.getMethod()) || HttpMethod.HEAD.equals(request.getMethod());
        if (servletRequest.getUserPrincipal() == null || !reads) {
            refuse(request);
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        if (request.getProperty(SIGNED_IN_HERE) == null) {
            return;
        }
        HttpSession session = servletRequest.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    private void signIn(ContainerRequestContext request, Credentials credentials) {
        try {
            if (servletRequest.getUserPrincipal() != null) {
                servletRequest.logout();
            }
            servletRequest.login(credentials.userName(), credentials.password());
            request.setProperty(SIGNED_IN_HERE, true);
        } catch (ServletException wrong) {
            refuse(request);
        }
    }

    private static void refuse(ContainerRequestContext request) {
        Problem problem = Problem.of(request.getAcceptableLanguages(), Kind.FORBIDDEN, "shared.rest.not-authenticated");
        request.abortWith(Response.fromResponse(problem.withStatus(401).response())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Guidang\", charset=\"UTF-8\"")
                .build());
    }

    private static Optional<Credentials> credentials(String header) {
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            String text =
                    new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 1
                    ? Optional.empty()
                    : Optional.of(new Credentials(text.substring(0, colon), text.substring(colon + 1)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
