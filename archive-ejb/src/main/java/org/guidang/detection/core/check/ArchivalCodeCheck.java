// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.check;

import java.util.List;
import java.util.regex.Pattern;
import org.guidang.detection.CheckItem;
import org.guidang.detection.core.Check;
import org.guidang.detection.core.CheckMethod;
import org.guidang.detection.core.Findings;
import org.guidang.detection.core.Subject;
import org.guidang.detection.core.Verdict;
import org.guidang.packaging.core.Layout.DocumentRole;
import org.guidang.packaging.core.MetadataItem;

/**
 * The archival code follows its rule (档号规范性, DA/T 13-2022 and the rule of the fonds). Where none has been given yet, as at
 * the window, the number of the electronic document (电子文件号) is held against its own rule.
 */
@CheckMethod("archival-code")
final class ArchivalCodeCheck implements Check {

    private static final List<String> CODES = List.of("ArchivalCode", "ArchiveCode", "ArchiveNumber", "档号");
    private static final String DOCUMENT = "[0-9A-Za-z\\p{IsHan}]+([·.\\-_][0-9A-Za-z\\p{IsHan}]+){1,12}";

    @Override
    public Verdict examine(Subject subject, CheckItem item) {
        Findings findings = new Findings(item);
        Pattern rule = Pattern.compile(item.parameter("pattern", ".{1,100}"));
        for (String name : CODES) {
            for (MetadataItem code : subject.pack().metadata().all(DocumentRole.BASICS, name)) {
                check(code, rule, findings);
            }
        }
        Pattern document = Pattern.compile(item.parameter("document-pattern", DOCUMENT));
        for (MetadataItem code : subject.pack().metadata().all(DocumentRole.BASICS, "DocumentNumber")) {
            check(code, document, findings);
        }
        return findings.verdict();
    }

    private static void check(MetadataItem code, Pattern rule, Findings findings) {
        String text = code.value().strip();
        if (text.isEmpty()) {
            return;
        }
        findings.examined();
        if (text.length() > 200 || !rule.matcher(text).matches()) {
            findings.add(findings.failed("detection.metadata.archival-code")
                    .in(code.file())
                    .at(code.place())
                    .expecting(rule.pattern(), text)
                    .with(code.name()));
        }
    }
}
