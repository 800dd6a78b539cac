// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.boundary;

import java.time.Instant;
import java.util.List;

/**
 * The caller's own mail address.
 *
 * @param address null when none was given
 * @param confirmedAt null until the mailed code was entered; nothing but the code is mailed before
 * @param missing settings without which this product sends no mail; empty when it does
 */
public record MailAddressView(String address, Instant confirmedAt, List<String> missing) {}
