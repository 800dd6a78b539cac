// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.check;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guidang.detection.CheckItem;
import org.guidang.detection.core.Check;
import org.guidang.detection.core.CheckMethod;
import org.guidang.detection.core.Findings;
import org.guidang.detection.core.Subject;
import org.guidang.detection.core.Verdict;
import org.guidang.detection.core.scheme.Times;
import org.guidang.packaging.core.Layout.DocumentRole;
import org.guidang.packaging.core.MetadataItem;
import org.guidang.packaging.core.PackageMetadata;

/**
 * The handling is told from beginning to end (过程信息完整性): at least one step, the steps the row names among them, their times
 * not running backwards. That each step is filled is told by the items on metadata.
 */
@CheckMethod("process-information")
final class ProcessInformationCheck implements Check {

    @Override
    public Verdict examine(Subject subject, CheckItem item) {
        PackageMetadata metadata = subject.pack().metadata();
        Findings findings = new Findings(item);
        String file = metadata.documents().getOrDefault(DocumentRole.PROCESS, "");
        List<MetadataItem> nodes = metadata.all(DocumentRole.PROCESS, "NodeName");
        findings.examined(nodes.size());
        if (nodes.isEmpty()) {
            findings.add(findings.failed("detection.metadata.no-process").in(file));
        }
        Stream.of(item.parameter("nodes", "").split("\\|"))
                .filter(node -> !node.isBlank())
                .filter(node ->
                        nodes.stream().noneMatch(found -> found.value().strip().equals(node)))
                .forEach(node -> findings.add(findings.failed("detection.metadata.step-missing")
                        .in(file)
                        .expecting(node, "")));
        order(metadata.all(DocumentRole.PROCESS, "Modified"), findings);
        return findings.verdict();
    }

    private static void order(List<MetadataItem> times, Findings findings) {
        LocalDateTime before = null;
        for (MetadataItem time : times) {
            Optional<LocalDateTime> at = Times.read(time.value().strip());
            if (at.isPresent()
                    && before != null
                    && at.get().isBefore(before)
                    && !Times.isDay(time.value().strip())) {
                findings.add(findings.failed("detection.metadata.steps-backwards")
                        .in(time.file())
                        .at(time.place())
                        .expecting("≥ " + before, time.value().strip()));
            }
            before = at.orElse(before);
        }
    }
}
