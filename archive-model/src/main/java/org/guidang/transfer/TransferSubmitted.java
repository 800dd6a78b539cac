// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

/** A list was submitted; its agency sees it from now on. */
public record TransferSubmitted(TransferListNumber number, String window, String agency) {}
