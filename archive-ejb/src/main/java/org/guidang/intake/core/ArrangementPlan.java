// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guidang.catalog.ArchivingConfiguration;
import org.guidang.catalog.MaterialKind;
import org.guidang.catalog.MaterialRule;
import org.guidang.intake.CaseFile;
import org.guidang.intake.Placement;
import org.guidang.issuing.core.IssuingRecordReader;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.shared.SafeName;

/**
 * Holds the files of a case against the archiving configuration of its item and says where each one goes: category
 * folders by the material catalogue (归档材料目录), below them one folder per issuing, named after the material it stands
 * for (浙档发〔2019〕16号 7.2 to 7.4), original names kept where they are safe (7.5). What is missing is named one by one.
 */
public final class ArrangementPlan {

    private final ArchivingConfiguration configuration;
    private final Map<String, String> recordMaterials;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Set<String>> taken = new HashMap<>();
    private final Map<String, String> issuingFolders = new HashMap<>();
    private final List<Placement> placements = new ArrayList<>();

    /** A file with the material it stands for and the rule that takes it in. */
    private record Sorted(CaseFile file, String material, Optional<MaterialRule> rule) {

        int order() {
            return rule.map(MaterialRule::position).orElse(Integer.MAX_VALUE);
        }
    }

    private ArrangementPlan(ArchivingConfiguration configuration, Map<String, String> recordMaterials) {
        this.configuration = configuration;
        this.recordMaterials = recordMaterials;
    }

    /**
     * @param files in use, in their present order
     * @param recordMaterials {@code materialname} of each issuing record that has one, by 唯一标识码
     */
    public static ArrangementPlan of(
            List<CaseFile> files, ArchivingConfiguration configuration, Map<String, String> recordMaterials) {
        ArrangementPlan plan = new ArrangementPlan(configuration, recordMaterials);
        plan.sort(files);
        return plan;
    }

    /** What keeps the case from being arranged, and what is doubtful. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** One place for each file, in order; complete only when nothing refuses. */
    public List<Placement> placements() {
        return List.copyOf(placements);
    }

    /** How many files stand for a material; of an issuing its components, not its record. */
    public int filesFor(String material) {
        return counts.getOrDefault(material, 0);
    }

    private void sort(List<CaseFile> files) {
        Map<String, String> declared = new LinkedHashMap<>();
        files.stream()
                .filter(file -> file.issuing() != null && file.materialName() != null)
                .forEach(file -> declared.putIfAbsent(file.issuing(), file.materialName()));
        List<Sorted> sorted = new ArrayList<>(
                files.stream().map(file -> sorted(file, declared)).toList());
        sorted.forEach(each -> each.rule().ifPresent(rule -> {
            boolean record = each.file().issuing() != null && isRecord(each.file());
            counts.merge(rule.name(), record ? 0 : 1, Integer::sum);
        }));
        // Stable: within a material the order stays, the files of one issuing stay together.
        Map<String, Integer> firstOf = new HashMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            String issuing = sorted.get(i).file().issuing();
            if (issuing != null) {
                firstOf.putIfAbsent(issuing, i);
            }
        }
        List<Sorted> original = List.copyOf(sorted);
        sorted.sort(Comparator.comparingInt(Sorted::order)
                .thenComparingInt(each -> firstOf.getOrDefault(each.file().issuing(), original.indexOf(each))));
        sorted.forEach(this::place);
        configuration.materials().stream()
                .filter(rule -> rule.required() && filesFor(rule.name()) == 0)
                .forEach(rule -> findings.add(Finding.failed(
                                "arrangement.material-missing",
                                Characteristic.INTEGRITY,
                                "intake.arrangement.material-missing")
                        .expecting(rule.name(), "")
                        .with(rule.folder())));
    }

    private Sorted sorted(CaseFile file, Map<String, String> declared) {
        String material = file.issuing() == null
                ? Optional.ofNullable(file.materialName()).orElse(stem(file.originalName()))
                : Optional.ofNullable(declared.get(file.issuing())).orElse(recordMaterials.get(file.issuing()));
        return new Sorted(file, material, material == null ? Optional.empty() : configuration.rule(material));
    }

    private void place(Sorted sorted) {
        CaseFile file = sorted.file();
        Optional<String> category = sorted.rule()
                .map(MaterialRule::folder)
                .or(() -> file.issuing() == null ? Optional.empty() : fallback());
        if (category.isEmpty() || file.issuing() != null && sorted.material() == null) {
            findings.add(Finding.failed(
                            "arrangement.material-unknown",
                            Characteristic.INTEGRITY,
                            "intake.arrangement.material-unknown")
                    .in(file.originalName())
                    .expecting(names(), file.materialName() == null ? "" : file.materialName()));
            return;
        }
        if (sorted.rule().isEmpty() && !isRecord(file)) {
            findings.add(Finding.warning(
                            "arrangement.out-of-scope", Characteristic.INTEGRITY, "intake.arrangement.out-of-scope")
                    .in(file.originalName())
                    .expecting(names(), sorted.material()));
        }
        String folder = file.issuing() == null ? category.get() : issuingFolder(sorted, category.get());
        String name = file.issuing() != null && isRecord(file) ? IssuingRecordReader.FILE_NAME : file.originalName();
        placements.add(new Placement(file.id(), sorted.material(), folder, SafeName.distinct(name, takenIn(folder))));
    }

    /** Each issuing has a folder of its own, also when two stand for materials of the same name (7.3). */
    private String issuingFolder(Sorted sorted, String category) {
        String requestId = sorted.file().issuing();
        return issuingFolders.computeIfAbsent(requestId, issuing -> {
            String material = recordMaterials.getOrDefault(issuing, sorted.material());
            return category + "/" + SafeName.distinct(material, takenIn(category));
        });
    }

    private Optional<String> fallback() {
        return configuration.folderOf(MaterialKind.ISSUING).or(() -> configuration.folderOf(MaterialKind.APPLICATION));
    }

    private Set<String> takenIn(String folder) {
        return taken.computeIfAbsent(folder, none -> new HashSet<>());
    }

    private String names() {
        return String.join(
                "、", configuration.materials().stream().map(MaterialRule::name).toList());
    }

    private static boolean isRecord(CaseFile file) {
        return IssuingRecordReader.isRecordName(file.originalName());
    }

    private static String stem(String name) {
        return name.substring(0, name.length() - SafeName.extension(name).length());
    }
}
