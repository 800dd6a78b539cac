// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.boundary;

import java.io.Serializable;
import java.time.Instant;
import org.guidang.transfer.ListVersion;

/**
 * A fixed version of a list.
 *
 * @param files of the cases in its packages
 * @param octets of these files
 * @param sm3 digest of the canonical text, hexadecimal; what both parties sign
 * @param sha256 digest of the same text
 */
public record VersionView(
        int version, int packages, long files, long octets, String sm3, String sha256, Instant fixedAt)
        implements Serializable {

    static VersionView of(ListVersion fixed) {
        return new VersionView(
                fixed.version(),
                fixed.packages(),
                fixed.files(),
                fixed.contentOctets(),
                fixed.text().sm3(),
                fixed.text().sha256(),
                fixed.fixedAt());
    }
}
