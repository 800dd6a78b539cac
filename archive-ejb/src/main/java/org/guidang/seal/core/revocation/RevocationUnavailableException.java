// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.revocation;

import java.io.IOException;

/** One list or answer could not be had, and why. */
public final class RevocationUnavailableException extends IOException {

    private static final long serialVersionUID = 1L;
    private final RevocationProblem problem;

    public RevocationUnavailableException(RevocationProblem problem, String detail) {
        super(problem + (detail.isEmpty() ? "" : ": " + detail));
        this.problem = problem;
    }

    public RevocationProblem problem() {
        return problem;
    }
}
