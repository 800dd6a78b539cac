// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** A file inside the package of a holding: its path there, length in octets, and both digests in hexadecimal. */
@Embeddable
public record HeldFile(
        @Column(name = "path") String path,
        @Column(name = "octets") long octets,
        @Column(name = "sm3") String sm3,
        @Column(name = "sha256") String sha256)
        implements Serializable {}
