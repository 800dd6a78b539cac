// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization.control;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether who signs needs a second factor: {@code required}, or {@code enrolled}, asked of those who have one. */
@ApplicationScoped
public class SigningPolicy {

    /** Anything said that is not {@code enrolled} is taken for {@code required}: a slip of the pen opens nothing. */
    public boolean requiresSecondFactor() {
        String said = System.getProperty("guidang.sign.second-factor", System.getenv("GUIDANG_SIGN_SECOND_FACTOR"));
        return said != null && !said.isBlank() && !"enrolled".equalsIgnoreCase(said.strip());
    }
}
