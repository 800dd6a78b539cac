// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.guidang.detection.CheckItem;
import org.guidang.detection.core.Check;
import org.guidang.detection.core.CheckMethod;
import org.guidang.detection.core.Findings;
import org.guidang.detection.core.Input;
import org.guidang.detection.core.Subject;
import org.guidang.detection.core.Verdict;
import org.guidang.detection.core.virus.VirusScanner;
import org.guidang.packaging.core.PackageEntry;
import org.guidang.packaging.core.zip.ZipRefusedException;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/**
 * Nothing malicious (病毒感染). The package is sent to the scanner as a whole; when that finds something, or the package is too
 * large for it, file by file, so that each infected file is named. What could not be scanned is INDETERMINATE, never clean.
 * Active content that examiners found in files — macros, scripts, programs — is told here as well.
 */
@CheckMethod(
        value = "infection",
        reads = {Input.MOMENT, Input.SCANNER})
final class InfectionCheck implements Check {

    @Override
    public Verdict examine(Subject subject, CheckItem item) throws IOException {
        Findings findings = new Findings(item);
        for (Finding finding : subject.fileFindings()) {
            boolean elsewhere =
                    finding.code().contains("encrypted") || finding.code().equals("format.polyglot");
            if (finding.property() == Characteristic.SECURITY && !elsewhere) {
                findings.add(finding);
            }
        }
        VirusScanner scanner = subject.facts().scanner();
        if (scanner.engine().isEmpty()) {
            if (findings.verdict().total() > 0) {
                findings.add(findings.undecided("detection.virus.no-scanner"));
                return findings.verdict();
            }
            return Verdict.indeterminate("detection.virus.no-scanner");
        }
        VirusScanner.Result whole = whole(subject, scanner);
        if (whole instanceof VirusScanner.Clean) {
            findings.examined(subject.pack().entries().size());
            return findings.verdict();
        }
        boolean named = each(subject, scanner, findings);
        if (whole instanceof VirusScanner.Infected infected && !named) {
            // Seen only from outside: in a part no reader lists, or across parts.
            findings.add(findings.failed("detection.virus.infected-whole").expecting("", infected.signature()));
        }
        return findings.verdict();
    }

    private static VirusScanner.Result whole(Subject subject, VirusScanner scanner) throws IOException {
        try (InputStream zip = Files.newInputStream(subject.pack().file())) {
            return scanner.scan(zip, Files.size(subject.pack().file()));
        }
    }

    /** True when at least one file was found infected. */
    private static boolean each(Subject subject, VirusScanner scanner, Findings findings) throws IOException {
        boolean named = false;
        for (PackageEntry entry : subject.pack().entries()) {
            findings.examined();
            VirusScanner.Result result;
            try (InputStream content = subject.pack().open(entry.path())) {
                result = scanner.scan(content, entry.octets());
            } catch (ZipRefusedException refused) {
                result = new VirusScanner.NotExecuted(
                        "detection.file.not-unpacked", refused.finding().code());
            }
            if (result instanceof VirusScanner.Infected infected) {
                named = true;
                findings.add(findings.failed("detection.virus.infected")
                        .in(entry.path())
                        .expecting("", infected.signature()));
            } else if (result instanceof VirusScanner.NotExecuted not) {
                findings.add(findings.undecided(not.reason()).in(entry.path()).with(not.word()));
            }
        }
        return named;
    }
}
