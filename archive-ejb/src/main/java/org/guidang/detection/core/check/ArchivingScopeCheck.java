// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guidang.detection.CheckItem;
import org.guidang.detection.core.Check;
import org.guidang.detection.core.CheckMethod;
import org.guidang.detection.core.Facts.Material;
import org.guidang.detection.core.Findings;
import org.guidang.detection.core.Input;
import org.guidang.detection.core.Subject;
import org.guidang.detection.core.Verdict;
import org.guidang.packaging.core.Layout.DocumentRole;
import org.guidang.packaging.core.MetadataItem;

/**
 * Everything in the archiving scope is there (归档范围): required materials present. A material outside the scope warns: the
 * window may add what a case needed.
 */
@CheckMethod(value = "archiving-scope", reads = Input.SCOPE)
final class ArchivingScopeCheck implements Check {

    @Override
    public Verdict examine(Subject subject, CheckItem item) {
        List<Material> scope = subject.facts().scope().orElseGet(() -> inPackage(subject));
        if (scope.isEmpty() || !CatalogueRows.present(subject)) {
            return Verdict.notApplicable("detection.item.no-scope");
        }
        Findings findings = new Findings(item);
        Set<String> present = new HashSet<>();
        Set<String> known = new HashSet<>();
        scope.forEach(material -> known.add(material.name()));
        for (CatalogueRows.Line line : CatalogueRows.of(subject)) {
            findings.examined();
            String material = line.value("MaterialName");
            present.add(material);
            if (!material.isEmpty() && !known.contains(material)) {
                findings.add(findings.warning("detection.content.outside-scope")
                        .in(line.path())
                        .at(line.place())
                        .expecting("", material));
            }
        }
        for (Material material : scope) {
            if (material.required() && !present.contains(material.name())) {
                findings.add(
                        findings.failed("detection.content.material-missing").expecting(material.name(), ""));
            }
        }
        return findings.verdict();
    }

    /** The scope the package carries in its archiving configuration. */
    private static List<Material> inPackage(Subject subject) {
        Map<Integer, List<MetadataItem>> groups = new LinkedHashMap<>();
        for (MetadataItem item : subject.pack().metadata().of(DocumentRole.CONFIGURATION)) {
            if (item.group() > 0) {
                groups.computeIfAbsent(item.group(), none -> new ArrayList<>()).add(item);
            }
        }
        List<Material> scope = new ArrayList<>();
        for (List<MetadataItem> items : groups.values()) {
            String name = value(items, "FileName");
            String required = value(items, "Required") + value(items, "auxiliaryone");
            if (!name.isEmpty()) {
                scope.add(new Material(name, required.contains("是") || required.equalsIgnoreCase("true")));
            }
        }
        return scope;
    }

    private static String value(List<MetadataItem> items, String name) {
        return items.stream()
                .filter(item -> item.name().equalsIgnoreCase(name))
                .map(item -> item.value().strip())
                .findFirst()
                .orElse("");
    }
}
