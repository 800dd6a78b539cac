// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

/** Both parties have signed the same digest; the holdings take the packages now. */
public record TransferSigned(TransferListNumber number, int version, String agency) {}
