// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.boundary;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Optional;

/**
 * What happened to a thing while somebody else was about to change it, for the one who came second. The operation log,
 * which stands above this domain, answers.
 */
public interface Meanwhile {

    /**
     * Who did what, and when.
     *
     * @param operation as the operation log names it
     */
    record Deed(String operation, String displayName, Instant at) {

        private static final DateTimeFormatter TIME =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

        /** When, as people here read it. */
        public String time() {
            return TIME.format(at);
        }
    }

    /** The last thing done to any of these; what was refused does not count. */
    Optional<Deed> lastDone(Collection<String> objectIds);
}
