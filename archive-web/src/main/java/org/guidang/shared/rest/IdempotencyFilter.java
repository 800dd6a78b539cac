// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.guidang.shared.BusinessRuleException.Kind;
import org.guidang.shared.boundary.IdempotentRequests;
import org.guidang.shared.boundary.IdempotentRequests.Answer;
import org.guidang.shared.boundary.IdempotentRequests.Begun;

/**
 * One effect and one answer for each Idempotency-Key of a client: missing 400, under way 409, same key with another body
 * 422, done before: the stored answer, marked {@code Idempotency-Replayed}. A refused request leaves its key free, because
 * nothing happened.
 */
@Provider
@Idempotent
@Priority(Priorities.AUTHORIZATION + 100)
public class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter, WriterInterceptor {

    private static final String KEY = "Idempotency-Key";
    private static final String UNDER_WAY = IdempotencyFilter.class.getName();

    /** What is known of the request while it is worked on. */
    private record UnderWay(String client, String key, String path, MeasuredBody body) {}

    @Inject
    IdempotentRequests requests;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String key = request.getHeaderString(KEY);
        if (key == null || key.isBlank() || key.length() > 100) {
            request.abortWith(problem(request, "shared.rest.idempotency-key-missing", 400));
            return;
        }
        String client = request.getSecurityContext().getUserPrincipal().getName();
        String path = request.getMethod() + " " + request.getUriInfo().getPath();
        Begun begun = requests.begin(client, key);
        MeasuredBody body = new MeasuredBody(request.getEntityStream(), request.getMediaType());
        switch (begun.state()) {
            case FRESH -> {
                request.setEntityStream(body);
                request.setProperty(UNDER_WAY, new UnderWay(client, key, path, body));
            }
            case UNDER_WAY -> request.abortWith(problem(request, "shared.rest.idempotency-under-way", 409));
            case DONE ->
                request.abortWith(
                        begun.answer().requestDigest().equals(body.digest(path))
                                ? replay(begun.answer())
                                : problem(request, "shared.rest.idempotency-key-reused", 422));
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        if (request.getProperty(UNDER_WAY) instanceof UnderWay underWay) {
            boolean done = response.getStatus() / 100 == 2;
            if (!done) {
                requests.forget(underWay.client(), underWay.key());
                request.removeProperty(UNDER_WAY);
            } else if (!response.hasEntity()) {
                request.removeProperty(UNDER_WAY);
                requests.complete(
                        underWay.client(),
                        underWay.key(),
                        new Answer(
                                underWay.body().digest(underWay.path()),
                                response.getStatus(),
                                response.getHeaderString(HttpHeaders.LOCATION),
                                response.getHeaderString(HttpHeaders.ETAG),
                                null,
                                null));
            } else {
                request.setProperty(UNDER_WAY + ".status", response.getStatus());
            }
        }
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext writing) throws IOException {
        if (!(writing.getProperty(UNDER_WAY) instanceof UnderWay underWay)) {
            writing.proceed();
            return;
        }
        OutputStream out = writing.getOutputStream();
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        writing.setOutputStream(copy);
        writing.proceed();
        Object location = writing.getHeaders().getFirst(HttpHeaders.LOCATION);
        Object tag = writing.getHeaders().getFirst(HttpHeaders.ETAG);
        requests.complete(
                underWay.client(),
                underWay.key(),
                new Answer(
                        underWay.body().digest(underWay.path()),
                        (Integer) writing.getProperty(UNDER_WAY + ".status"),
                        location == null ? null : location.toString(),
                        tag == null ? null : tag.toString(),
                        writing.getMediaType().toString(),
                        copy.toString(java.nio.charset.StandardCharsets.UTF_8)));
        out.write(copy.toByteArray());
        writing.setOutputStream(out);
    }

    private static Response replay(Answer answer) {
        Response.ResponseBuilder response = Response.status(answer.status()).header("Idempotency-Replayed", "true");
        if (answer.location() != null) {
            response.header(HttpHeaders.LOCATION, answer.location());
        }
        if (answer.entityTag() != null) {
            response.header(HttpHeaders.ETAG, answer.entityTag());
        }
        if (answer.body() != null) {
            response.type(answer.mediaType()).entity(answer.body());
        }
        return response.build();
    }

    private static Response problem(ContainerRequestContext request, String key, int status) {
        return Problem.of(request.getAcceptableLanguages(), Kind.CONTENT, key)
                .withStatus(status)
                .response();
    }
}
