// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.guidang.detection.CheckItem;
import org.guidang.detection.core.Check;
import org.guidang.detection.core.CheckMethod;
import org.guidang.detection.core.Findings;
import org.guidang.detection.core.Input;
import org.guidang.detection.core.Subject;
import org.guidang.detection.core.Verdict;
import org.guidang.packaging.core.Layout.DocumentRole;

/**
 * No duplicated values (元数据项数据重复性): items that must be unique stand once in the package, and no other package was made
 * of the same case, as far as a register can be asked.
 */
@CheckMethod(value = "metadata-duplicates", reads = Input.REGISTER)
final class DuplicatesCheck implements Check {

    @Override
    public Verdict examine(Subject subject, CheckItem item) {
        Findings findings = new Findings(item);
        Map<String, String> seen = new HashMap<>();
        for (MetadataRows.Value value : new MetadataRows(subject, item).filled()) {
            if (!value.row().rule().equals("unique")) {
                continue;
            }
            findings.examined();
            String first = seen.putIfAbsent(
                    value.row().name() + "\n" + value.text(), value.item().place());
            if (first != null) {
                findings.add(findings.failed("detection.metadata.duplicate")
                        .in(value.item().file())
                        .at(value.item().place())
                        .expecting("", value.text())
                        .with(value.row().label(), first));
            }
        }
        inRegister(subject, findings);
        return findings.verdict();
    }

    private static void inRegister(Subject subject, Findings findings) {
        Optional<String> application = subject.pack().metadata().value(DocumentRole.BASICS, "ProjectId");
        Optional<String> number = subject.pack().manifest().map(manifest -> manifest.number);
        if (subject.facts().register().isEmpty() || application.isEmpty() || number.isEmpty()) {
            return;
        }
        findings.examined();
        subject.facts()
                .register()
                .get()
                .otherPackageOf(application.get(), number.get())
                .ifPresent(other -> findings.add(findings.failed("detection.metadata.case-archived-before")
                        .expecting("", other)
                        .with(application.get())));
    }
}
