// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

/** The agency has begun; every package on the list waits for its receipt detection. */
public record TransferReceived(TransferListNumber number, String agency) {}
