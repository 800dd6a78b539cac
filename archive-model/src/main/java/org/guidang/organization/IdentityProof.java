// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization;

/**
 * With what a person who is signed in shows again who they are.
 *
 * @param password entered again
 * @param code of the second factor, six digits; null or blank when there is none
 */
public record IdentityProof(String password, String code) {

    /** Neither goes into a log by mistake. */
    @Override
    public String toString() {
        return "IdentityProof";
    }
}
