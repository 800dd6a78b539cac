// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.check;

import java.io.IOException;
import java.util.Optional;
import org.guidang.detection.CheckItem;
import org.guidang.detection.core.Check;
import org.guidang.detection.core.CheckMethod;
import org.guidang.detection.core.Facts;
import org.guidang.detection.core.Findings;
import org.guidang.detection.core.Input;
import org.guidang.detection.core.Subject;
import org.guidang.detection.core.Verdict;
import org.guidang.shared.Fixity;

/** The package is, octet for octet, the one that was registered or sent (信息包一致性): measured anew, here. */
@CheckMethod(value = "package-identical", reads = Input.REGISTERED)
final class PackageIdenticalCheck implements Check {

    @Override
    public Verdict examine(Subject subject, CheckItem item) throws IOException {
        Optional<Facts.Registered> registered = subject.facts().registered();
        if (registered.isEmpty()) {
            return Verdict.notApplicable("detection.item.nothing-registered");
        }
        Findings findings = new Findings(item);
        findings.examined();
        Fixity expected = registered.get().zip();
        Fixity found = subject.zip();
        if (!expected.equals(found)) {
            findings.add(findings.failed("detection.package.not-identical").expecting(told(expected), told(found)));
        }
        return findings.verdict();
    }

    private static String told(Fixity fixity) {
        return fixity.octets() + " B, SM3 " + fixity.sm3();
    }
}
