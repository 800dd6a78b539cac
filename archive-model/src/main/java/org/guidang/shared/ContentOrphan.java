// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared;

import java.io.Serializable;
import java.time.Instant;

/**
 * Kept content that no row names.
 *
 * @param sha256 its address in the content store
 * @param keptAt when it was written
 */
public record ContentOrphan(String sha256, long octets, Instant keptAt) implements Serializable {}
