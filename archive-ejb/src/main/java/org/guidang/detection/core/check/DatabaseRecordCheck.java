// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.check;

import java.util.Optional;
import org.guidang.detection.CheckItem;
import org.guidang.detection.core.Check;
import org.guidang.detection.core.CheckMethod;
import org.guidang.detection.core.Facts.Register;
import org.guidang.detection.core.Findings;
import org.guidang.detection.core.Input;
import org.guidang.detection.core.Subject;
import org.guidang.detection.core.Verdict;
import org.guidang.packaging.core.Layout.DocumentRole;

/**
 * The record in the database can be reached and says the same (目标数据库中元数据的可访问性). Where there is no database, as on the
 * command line, the item does not apply.
 */
@CheckMethod(value = "database-record", reads = Input.REGISTER)
final class DatabaseRecordCheck implements Check {

    @Override
    public Verdict examine(Subject subject, CheckItem item) {
        Optional<Register> register = subject.facts().register();
        if (register.isEmpty()) {
            return Verdict.notApplicable("detection.item.no-register");
        }
        Findings findings = new Findings(item);
        if (subject.pack().manifest().isEmpty()) {
            return Verdict.notApplicable("detection.item.no-number");
        }
        String number = subject.pack().manifest().get().number;
        int version = subject.pack().manifest().get().version;
        Optional<Register.Row> row = register.get().row(number, version);
        findings.examined();
        if (row.isEmpty()) {
            findings.add(findings.failed("detection.database.no-record").expecting(number + " v" + version, ""));
            return findings.verdict();
        }
        compare(subject, "ProjectId", row.get().applicationNumber(), findings);
        compare(subject, "TaskCode", row.get().itemCode(), findings);
        compare(subject, "ProjectName", row.get().title(), findings);
        return findings.verdict();
    }

    private static void compare(Subject subject, String name, String recorded, Findings findings) {
        subject.pack()
                .metadata()
                .first(DocumentRole.BASICS, name)
                .filter(found -> recorded != null && !found.value().strip().equals(recorded.strip()))
                .ifPresent(found -> findings.add(findings.failed("detection.database.differs")
                        .in(found.file())
                        .at(found.place())
                        .expecting(recorded, found.value().strip())
                        .with(name)));
    }
}
