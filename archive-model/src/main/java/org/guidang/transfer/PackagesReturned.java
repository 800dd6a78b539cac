// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import java.util.List;

/** Packages went back to the window, each with its reasons. */
public record PackagesReturned(TransferListNumber number, int version, String window, List<String> packageNumbers) {

    public PackagesReturned {
        packageNumbers = List.copyOf(packageNumbers);
    }
}
