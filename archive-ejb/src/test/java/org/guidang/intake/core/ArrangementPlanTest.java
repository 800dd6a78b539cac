// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guidang.catalog.ArchivingConfiguration;
import org.guidang.catalog.ItemType;
import org.guidang.catalog.MaterialKind;
import org.guidang.catalog.MaterialRule;
import org.guidang.catalog.RetentionPeriod;
import org.guidang.catalog.ServiceItem;
import org.guidang.intake.ApplicationNumber;
import org.guidang.intake.Case;
import org.guidang.intake.CaseFacts;
import org.guidang.intake.Placement;
import org.guidang.intake.ReceivedFile;
import org.guidang.intake.Source;
import org.guidang.shared.Finding;
import org.guidang.shared.Fixity;
import org.guidang.shared.Outcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ArrangementPlanTest {

    private static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");
    private static final Fixity FIXITY = new Fixity(1, "a".repeat(64), "b".repeat(64));

    private final ArchivingConfiguration configuration = new ServiceItem(
                    "I", "内地居民婚姻登记", ItemType.ADMINISTRATIVE_POWER, "MZ", Set.of())
            .configure(
                    RetentionPeriod.PERMANENT,
                    List.of(
                            new MaterialRule("申请书", "申请材料", MaterialKind.APPLICATION, true, 1),
                            new MaterialRule("婚姻证明", "申请材料", MaterialKind.ISSUING, true, 2),
                            new MaterialRule("确认书", "申请材料", MaterialKind.APPLICATION, false, 3),
                            new MaterialRule("结婚登记证明", "办理结果", MaterialKind.RESULT, true, 4)),
                    NOW);

    private final Case received = new Case(
            new ApplicationNumber("N"),
            "I",
            "WZ",
            "MZ",
            new CaseFacts("t", null, null, null, null, null),
            List.of(),
            "d",
            NOW);

    @Test
    @DisplayName("按归档材料目录分文件夹，每次出证一个文件夹，以材料名称命名")
    void files_go_to_the_folders_of_the_configuration() {
        add("result.ofd", "结婚登记证明", null);
        add("婚姻电子证照.ofd", null, "r1");
        add("电子出证记录.xml", null, "r1");
        add("申请书.pdf", null, null);
        ArrangementPlan plan = plan(Map.of("r1", "婚姻证明"));
        assertEquals(List.of(), plan.findings());
        assertEquals(
                List.of("申请材料/申请书.pdf", "申请材料/婚姻证明/婚姻电子证照.ofd", "申请材料/婚姻证明/电子出证记录.XML", "办理结果/result.ofd"),
                paths(plan));
        assertEquals(
                List.of("申请书", "婚姻证明", "婚姻证明", "结婚登记证明"),
                plan.placements().stream().map(Placement::materialName).toList());
        assertEquals(1, plan.filesFor("婚姻证明"));
    }

    @Test
    @DisplayName("缺少的必备材料逐一指出")
    void every_missing_material_is_named() {
        add("确认书.jpg", "确认书", null);
        add("电子出证记录.XML", "婚姻证明", "r1");
        ArrangementPlan plan = plan(Map.of());
        assertEquals(
                List.of("申请书", "婚姻证明", "结婚登记证明"),
                plan.findings().stream().map(Finding::expected).toList());
        assertEquals(
                Set.of("arrangement.material-missing"),
                Set.copyOf(plan.findings().stream().map(Finding::code).toList()));
        assertEquals(Outcome.FAILED, Outcome.of(plan.findings()));
    }

    @Test
    @DisplayName("多次出证分别存放，重名加序号")
    void two_issuings_of_one_material_have_two_folders() {
        complete();
        add("a.ofd", "婚姻证明", "r2");
        add("电子出证记录.XML", "婚姻证明", "r2");
        ArrangementPlan plan = plan(Map.of("r1", "婚姻证明", "r2", "婚姻证明"));
        assertEquals(
                List.of(
                        "申请材料/申请书.pdf",
                        "申请材料/婚姻证明/a.ofd",
                        "申请材料/婚姻证明/电子出证记录.XML",
                        "申请材料/婚姻证明(1)/a.ofd",
                        "申请材料/婚姻证明(1)/电子出证记录.XML",
                        "办理结果/b.ofd"),
                paths(plan));
        assertEquals(List.of(), plan.findings());
    }

    @Test
    void a_hostile_material_name_names_a_harmless_folder() {
        complete();
        ArrangementPlan plan = plan(Map.of("r1", "../../WEB-INF/x"));
        assertEquals("申请材料/_._WEB-INF_x", plan.placements().get(1).folder());
        assertEquals(List.of(), plan.findings());
    }

    @Test
    void equal_names_in_one_folder_are_numbered_and_what_nobody_knows_is_asked_for() {
        complete();
        add("确认书.jpg", "确认书", null);
        add("确认书.JPG", "确认书", null);
        add("扫描0001.jpg", null, null);
        ArrangementPlan plan = plan(Map.of("r1", "婚姻证明"));
        assertEquals(
                List.of("申请材料/确认书.jpg", "申请材料/确认书(1).JPG"),
                paths(plan).stream().filter(path -> path.contains("确认书")).toList());
        assertEquals(
                List.of("arrangement.material-unknown 扫描0001.jpg"),
                plan.findings().stream()
                        .map(finding -> finding.code() + " " + finding.file())
                        .toList());
    }

    @Test
    void an_issuing_outside_the_scope_is_told_and_goes_to_the_folder_of_issuing_files() {
        complete();
        add("c.ofd", null, "r9");
        add("电子出证记录.XML", null, "r9");
        ArrangementPlan plan = plan(Map.of("r1", "婚姻证明", "r9", "户籍证明"));
        assertEquals(
                List.of("arrangement.out-of-scope"),
                plan.findings().stream().map(Finding::code).toList());
        assertEquals(Outcome.PASSED, Outcome.of(plan.findings()));
        assertEquals("申请材料/户籍证明/电子出证记录.XML", paths(plan).get(5));
    }

    private void complete() {
        add("申请书.pdf", "申请书", null);
        add("a.ofd", "婚姻证明", "r1");
        add("电子出证记录.XML", "婚姻证明", "r1");
        add("b.ofd", "结婚登记证明", null);
    }

    private void add(String name, String material, String issuing) {
        received.add(
                "f" + received.files().size(),
                new ReceivedFile(material, name, name, FIXITY, "ofd", Source.SHARED_DATA, issuing),
                NOW);
    }

    private ArrangementPlan plan(Map<String, String> recordMaterials) {
        return ArrangementPlan.of(received.files(), configuration, recordMaterials);
    }

    private static List<String> paths(ArrangementPlan plan) {
        return plan.placements().stream()
                .map(each -> each.folder() + "/" + each.safeName())
                .toList();
    }
}
