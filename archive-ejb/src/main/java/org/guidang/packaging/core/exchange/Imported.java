// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.exchange;

import java.util.List;
import java.util.Optional;
import org.guidang.shared.Finding;
import org.guidang.shared.Fixity;

/**
 * What was taken in.
 *
 * @param form the form it came in: bag, ocfl, eark, eep
 * @param zip fixity of the package written
 * @param laterToken time-stamp or evidence record that travelled beside it; empty for none
 * @param findings warnings about what was read
 */
public record Imported(String form, Fixity zip, Optional<byte[]> laterToken, List<Finding> findings) {

    public Imported {
        findings = List.copyOf(findings);
    }
}
