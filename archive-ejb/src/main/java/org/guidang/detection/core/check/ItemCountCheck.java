// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.check;

import java.util.Optional;
import org.guidang.detection.CheckItem;
import org.guidang.detection.core.Check;
import org.guidang.detection.core.CheckMethod;
import org.guidang.detection.core.Findings;
import org.guidang.detection.core.Input;
import org.guidang.detection.core.Subject;
import org.guidang.detection.core.Verdict;

/** The number of files is the one that was registered (总件数相符性); without a register, the one the package states of itself. */
@CheckMethod(value = "item-count", reads = Input.REGISTERED)
final class ItemCountCheck implements Check {

    @Override
    public Verdict examine(Subject subject, CheckItem item) {
        Optional<Long> stated = subject.facts()
                .registered()
                .map(registered -> (long) registered.files())
                .or(() -> CatalogueRows.number(subject, "FileCount"));
        if (stated.isEmpty()) {
            return Verdict.notApplicable("detection.item.nothing-registered");
        }
        Findings findings = new Findings(item);
        long counted = subject.content().size();
        findings.examined(subject.content().size());
        if (stated.get() != counted) {
            findings.add(
                    findings.failed("detection.package.item-count").expecting(String.valueOf(stated.get()), counted));
        }
        return findings.verdict();
    }
}
