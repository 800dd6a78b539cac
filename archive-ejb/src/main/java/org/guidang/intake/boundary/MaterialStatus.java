// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.boundary;

import java.io.Serializable;
import org.guidang.catalog.MaterialKind;

/**
 * One line of the item's material catalogue, held against the case.
 *
 * @param files how many files of the case stand for it
 */
public record MaterialStatus(String name, String folder, MaterialKind kind, boolean required, int files)
        implements Serializable {

    /** True when the case cannot be arranged for want of this. */
    public boolean missing() {
        return required && files == 0;
    }
}
