// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.audit.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.guidang.audit.boundary.Operations;
import org.guidang.shared.rest.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves an entry in the operation log for every change that was refused over REST, the refused role included, since the
 * refused operation left none. Runs after its transaction is gone, while the client is still signed in.
 */
@Provider
public class RefusalFilter implements ContainerResponseFilter {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalFilter.class);
    private static final Set<Integer> REFUSALS = Set.of(403, 409, 412, 422);

    @Inject
    Operations operations;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean changes = !HttpMethod.GET.equals(request.getMethod()) && !HttpMethod.HEAD.equals(request.getMethod());
        if (changes && REFUSALS.contains(response.getStatus()) && response.getEntity() instanceof Problem problem) {
            try {
                operations.recordRefusal(
                        "rest." + request.getMethod().toLowerCase(java.util.Locale.ROOT),
                        "request",
                        request.getUriInfo().getPath(),
                        problem.code());
            } catch (RuntimeException notWritten) {
                LOG.error("refusal {} of {} is not in the log", problem.code(), request.getMethod(), notWritten);
            }
        }
    }
}
