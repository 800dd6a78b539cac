// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;

/**
 * What is known of a sequence of octets once it has been read: its length and both digests, computed in one pass.
 * Equal fixity means the same bytes.
 *
 * @param octets length in octets
 * @param sm3 lower-case hexadecimal, 64 characters
 * @param sha256 lower-case hexadecimal, 64 characters
 */
@Embeddable
public record Fixity(
        @Column(name = "octets") long octets,
        @Column(name = "sm3") String sm3,
        @Column(name = "sha256") String sha256) implements Serializable {}
