// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.check;

import java.io.IOException;
import java.util.Set;
import org.guidang.detection.CheckItem;
import org.guidang.detection.core.Check;
import org.guidang.detection.core.CheckMethod;
import org.guidang.detection.core.Findings;
import org.guidang.detection.core.Input;
import org.guidang.detection.core.Subject;
import org.guidang.detection.core.Verdict;
import org.guidang.packaging.core.PackageEntry;
import org.guidang.packaging.core.PackageEntry.Part;
import org.guidang.shared.Finding;

/**
 * The package uses no private compression and no encryption and holds nothing that opens as two formats (信息包中包含的内容数据
 * 格式合规性). Packages inside a package only where the layout knows them.
 */
@CheckMethod(value = "package-format", reads = Input.MOMENT)
final class PackageFormatCheck implements Check {

    private static final Set<String> ABOUT_FORMAT = Set.of(
            "zip.encrypted",
            "zip.method-unsupported",
            "zip.not-a-zip",
            "zip.empty",
            "zip.no-end-record",
            "zip.nested-too-deep");

    /** Whether a finding about the zip belongs here rather than to its folders and names. */
    static boolean isAboutFormat(Finding finding) {
        return ABOUT_FORMAT.contains(finding.code());
    }

    @Override
    public Verdict examine(Subject subject, CheckItem item) throws IOException {
        Findings findings = new Findings(item);
        findings.examined();
        for (Finding finding : subject.pack().findings()) {
            if (isAboutFormat(finding)) {
                findings.add(finding);
            }
        }
        for (Finding finding : subject.fileFindings()) {
            findings.examined();
            if (finding.code().contains("encrypted") || finding.code().equals("format.polyglot")) {
                findings.add(finding);
            }
        }
        if (!subject.pack().layout().nested()) {
            for (PackageEntry child : subject.pack().entries(Part.CHILD)) {
                findings.add(findings.failed("detection.package.child").in(child.path()));
            }
        }
        return findings.verdict();
    }
}
