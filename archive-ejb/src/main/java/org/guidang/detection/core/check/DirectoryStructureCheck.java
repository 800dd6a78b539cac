// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.check;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Set;
import org.guidang.detection.CheckItem;
import org.guidang.detection.core.Check;
import org.guidang.detection.core.CheckMethod;
import org.guidang.detection.core.Findings;
import org.guidang.detection.core.Subject;
import org.guidang.detection.core.Verdict;
import org.guidang.packaging.core.Layout.DocumentRole;
import org.guidang.packaging.core.MetadataItem;
import org.guidang.packaging.core.PackageEntry;
import org.guidang.shared.Finding;

/**
 * Folders and names are as prescribed (信息包目录结构规范性): names one reader takes like any other, files of the case in the
 * folders of the material catalogue, none at the top, no deeper and no longer than allowed.
 */
@CheckMethod("directory-structure")
final class DirectoryStructureCheck implements Check {

    private static final String FORBIDDEN = "\\:*?\"<>|";

    @Override
    public Verdict examine(Subject subject, CheckItem item) {
        Findings findings = new Findings(item);
        for (Finding finding : subject.pack().findings()) {
            if (finding.code().startsWith("zip.") && !PackageFormatCheck.isAboutFormat(finding)) {
                findings.add(finding);
            }
        }
        Set<String> folders = folders(subject);
        long depth = item.number("depth", 6);
        long longest = item.number("component", 200);
        for (PackageEntry entry : subject.content()) {
            findings.examined();
            if (entry.path().chars().filter(letter -> letter == '/').count() > depth) {
                findings.add(findings.failed("detection.package.too-deep")
                        .in(entry.path())
                        .expecting("≤ " + depth, ""));
            }
            names(entry, longest, findings);
            String top = top(entry, folders);
            if (entry.folder().isEmpty()) {
                findings.add(
                        findings.failed("detection.package.outside-folders").in(entry.path()));
            } else if (!folders.isEmpty() && !folders.contains(top)) {
                findings.add(findings.failed("detection.package.foreign-folder")
                        .in(entry.path())
                        .expecting(String.join("、", folders), entry.folder()));
            }
        }
        return findings.verdict();
    }

    private static void names(PackageEntry entry, long longest, Findings findings) {
        for (String component : entry.path().split("/", -1)) {
            boolean bad = component.isBlank()
                    || !component.equals(component.strip())
                    || component.endsWith(".")
                    || component.chars().anyMatch(letter -> letter < 0x20 || FORBIDDEN.indexOf(letter) >= 0)
                    || !Normalizer.isNormalized(component, Normalizer.Form.NFC);
            if (bad) {
                findings.add(findings.failed("detection.package.bad-name")
                        .in(entry.path())
                        .expecting("", component));
            }
            int octets = component.getBytes(StandardCharsets.UTF_8).length;
            if (octets > longest) {
                findings.add(findings.failed("detection.package.long-name")
                        .in(entry.path())
                        .expecting("≤ " + longest, octets));
            }
        }
    }

    /** Categories of the material catalogue; empty when the package carries none. */
    private static Set<String> folders(Subject subject) {
        Set<String> folders = new HashSet<>();
        for (MetadataItem item : subject.pack().metadata().all(DocumentRole.CONFIGURATION, "FileDirectoryName")) {
            folders.add(item.value().strip());
        }
        folders.remove("");
        return folders;
    }

    /** The category of a file: its first folder, or the second where one folder is around everything. */
    private static String top(PackageEntry entry, Set<String> folders) {
        String[] components = entry.path().split("/");
        return components.length > 2 && !folders.contains(components[0]) ? components[1] : components[0];
    }
}
