// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * One act upon a list, for the history both parties see.
 *
 * @param packages how many packages it touched; 0 when it was about the list
 */
@Embeddable
public record ListAct(
        @Enumerated(EnumType.STRING) @Column(name = "act") Act act,
        @Column(name = "user_name") String userName,
        @Column(name = "display_name") String displayName,
        @Column(name = "organization_code") String organization,
        @Column(name = "acted_at") Instant at,
        @Column(name = "packages") int packages)
        implements Serializable {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    /** When, as people here read it. */
    public String time() {
        return TIME.format(at);
    }
}
