// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.check;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.guidang.detection.CheckItem;
import org.guidang.detection.core.Check;
import org.guidang.detection.core.CheckMethod;
import org.guidang.detection.core.Findings;
import org.guidang.detection.core.Input;
import org.guidang.detection.core.Subject;
import org.guidang.detection.core.Verdict;
import org.guidang.detection.core.virus.VirusScanner.Engine;
import org.guidang.shared.Outcome;

/** A virus scanner is there and answers (系统环境中是否安装杀毒软件); its signatures are not older than the row allows. */
@CheckMethod(
        value = "scanner-present",
        reads = {Input.MOMENT, Input.SCANNER})
final class ScannerPresentCheck implements Check {

    @Override
    public Verdict examine(Subject subject, CheckItem item) {
        Optional<Engine> engine = subject.facts().scanner().engine();
        if (engine.isEmpty()) {
            return Verdict.indeterminate("detection.virus.no-scanner");
        }
        Findings findings = new Findings(item);
        findings.examined();
        long days = item.number("oldest-days", 30);
        if (engine.get().signaturesFrom() != null) {
            long age = Duration.between(
                            engine.get().signaturesFrom(), subject.facts().now())
                    .toDays();
            if (age > days) {
                findings.add(findings.warning("detection.virus.old-signatures")
                        .expecting("≤ " + days, age)
                        .with(engine.get().name()));
            }
        }
        Verdict verdict = findings.verdict();
        String told = engine.get().signaturesFrom() == null
                ? "?"
                : engine.get().signaturesFrom().toString();
        return verdict.outcome() == Outcome.PASSED
                ? new Verdict(
                        Outcome.PASSED,
                        "detection.virus.scanner",
                        List.of(engine.get().name(), engine.get().signatures(), told),
                        1,
                        verdict.findings(),
                        verdict.total())
                : verdict;
    }
}
