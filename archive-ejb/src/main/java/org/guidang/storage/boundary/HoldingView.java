// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage.boundary;

import java.io.Serializable;
import java.util.List;
import org.guidang.storage.HeldFile;
import org.guidang.storage.Holding;

/** A holding with the files inside its package: 申报号 ⇄ package ⇄ archival code ⇄ files ⇄ list. */
public record HoldingView(HoldingRow row, List<HeldFile> files) implements Serializable {

    static HoldingView of(Holding holding) {
        return new HoldingView(HoldingRow.of(holding), holding.files());
    }
}
