// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.revocation;

/**
 * How far revocation is looked into.
 *
 * @param source asked when what is at hand does not tell
 * @param required true when a certificate whose status cannot be told is undecided even where neither it nor its issuer
 *     is seen to publish one; false when only those that name a service or a list are
 */
public record RevocationPolicy(RevocationSource source, boolean required) {

    /** Judges by what is at hand, asks nobody. */
    public static final RevocationPolicy OFFLINE = new RevocationPolicy(RevocationSource.NONE, false);

    /** True when nobody is ever asked. */
    public boolean offline() {
        return source == RevocationSource.NONE;
    }

    /** The stricter requirement, and the source of whichever has one. */
    public RevocationPolicy and(RevocationPolicy other) {
        return new RevocationPolicy(offline() ? other.source : source, required || other.required);
    }
}
