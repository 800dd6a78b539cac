// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage;

import java.io.Serializable;
import java.time.Instant;
import org.guidang.shared.Fixity;

/**
 * What an evidence record says of itself.
 *
 * @param algorithm digest of its newest chain
 * @param record fixity of its octets
 * @param provenAt time of its first time-stamp: the data existed then
 * @param renewedAt time of its newest time-stamp
 * @param expiresAt end of the validity of the certificate behind the newest time-stamp; renew before
 * @param timeStamps all of them
 * @param chains one more than the hash-tree renewals
 */
public record EvidenceFacts(
        String algorithm,
        Fixity record,
        Instant provenAt,
        Instant renewedAt,
        Instant expiresAt,
        int timeStamps,
        int chains)
        implements Serializable {}
