// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.guidang.audit.Operation;
import org.guidang.catalog.control.DemonstrationItems;
import org.guidang.intake.Applicant;
import org.guidang.intake.ApplicationNumber;
import org.guidang.intake.Case;
import org.guidang.intake.CaseArranged;
import org.guidang.intake.CaseFacts;
import org.guidang.intake.CaseFile;
import org.guidang.intake.CaseState;
import org.guidang.intake.ProcessOpinion;
import org.guidang.intake.QuarantineEntry;
import org.guidang.intake.Source;
import org.guidang.intake.boundary.CaseChanges;
import org.guidang.intake.boundary.CaseReceipt;
import org.guidang.intake.boundary.CaseSubmission;
import org.guidang.intake.boundary.Cases;
import org.guidang.intake.boundary.IncomingFile;
import org.guidang.intake.core.sample.SampleScan;
import org.guidang.organization.Role;
import org.guidang.organization.control.CurrentActor;
import org.guidang.organization.control.DemonstrationPeople;
import org.guidang.shared.Actor;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.BusinessRuleException.Kind;
import org.guidang.shared.Finding;
import org.guidang.shared.core.FileContentStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeDoorTest {

    private static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");
    private static final Actor WANG = new Actor("wang", "王敏", "WZ", Set.of(Role.WINDOW_CLERK));
    private static final Actor XU = new Actor("xu", "徐磊", "WB", Set.of(Role.WINDOW_CLERK));

    @TempDir
    Path folder;

    private final Wired wired = new Wired();
    private final InMemory.Cases cases = wired.with(new InMemory.Cases());
    private final InMemory.Records records = wired.with(new InMemory.Records());
    private final InMemory.Quarantine quarantine = wired.with(new InMemory.Quarantine());
    private final InMemory.Operations operations = wired.with(new InMemory.Operations());
    private final Arranged arranged = wired.with(new Arranged());
    private FileContentStore contents;
    private Reception reception;

    @BeforeEach
    void open() throws IOException {
        System.setProperty("guidang.data", folder.toString());
        wired.with(new Caller(WANG));
        wired.with(new InMemory.Items());
        wired.with(new InMemory.People());
        wired.with(new InMemory.Organizations());
        wired.with(Clock.fixed(NOW, ZoneOffset.UTC));
        contents = wired.with(new FileContentStore(folder.resolve("store")));
        wired.get(DemonstrationPeople.class).addOnce();
        wired.get(DemonstrationItems.class).addOnce();
        reception = wired.get(Reception.class);
        System.clearProperty("guidang.data");
    }

    @Test
    @DisplayName("演示数据：两个窗口十二件，一件被拒收")
    void the_demonstration_has_cases_in_every_state() throws Exception {
        DemonstrationCases demonstration = wired.get(DemonstrationCases.class);
        demonstration.addOnce();
        demonstration.addOnce();
        assertEquals(12, cases.count());
        assertEquals(4, cases.count("WZ", CaseState.RECEIVED));
        assertEquals(1, cases.count("WZ", CaseState.ARRANGING));
        assertEquals(4, cases.count("WZ", CaseState.ARRANGED));
        assertEquals(1, cases.count("WZ", CaseState.SUPPLEMENTING));
        assertEquals(1, cases.count("WB", CaseState.RECEIVED));
        assertEquals(1, cases.count("WB", CaseState.ARRANGED));
        assertEquals(
                List.of(
                        "申请材料/补发申请表.pdf",
                        "申请材料/婚姻证明/婚姻电子证照.ofd",
                        "申请材料/婚姻证明/电子出证记录.XML",
                        "申请材料/出生医学证明/出生医学证明电子证照.xml",
                        "申请材料/出生医学证明/电子出证记录.XML",
                        "办理结果/补发证明.ofd"),
                get("330100261105000000005").files().stream()
                        .map(CaseFile::path)
                        .toList());
        QuarantineEntry refused = quarantine.of("WZ", 0, 10).get(0);
        assertEquals(
                List.of("issuing-xml.tag-mismatch", "issuing-record.missing-near"),
                refused.findings().stream().map(Finding::code).toList());
        for (Case each : cases.of("WZ", CaseState.RECEIVED, 0, 10)) {
            assertTrue(each.files().stream().allMatch(file -> contents.has(file.fixity())));
        }
        assertEquals(List.of(), incoming());
        assertEquals(6, arranged.news.size());
    }

    @Test
    @DisplayName("同一申报号：内容相同则视为同一次，不同则拒绝并指出先到者")
    void the_same_submission_is_received_once() throws IOException {
        List<IncomingFile> files = List.of(scan("查询申请表.jpg"));
        assertFalse(receive("330100-1", files, WANG).again());
        CaseReceipt again = receive("330100-1", List.of(scan("查询申请表.jpg")), WANG);
        assertTrue(again.again());
        assertEquals(1, cases.count());
        BusinessRuleException other = refused(() -> receive("330100-1", List.of(scan("别的.jpg")), WANG));
        assertEquals(Kind.CONFLICT, other.kind());
        assertEquals("intake.case.exists", other.key());
        assertEquals(List.of("330100-1", "查询", NOW.toString()), other.arguments());
        BusinessRuleException foreign = refused(() -> receive("330100-1", files, XU));
        assertEquals("intake.case.number-taken", foreign.key());
        assertEquals(List.of("330100-1"), foreign.arguments());
        assertEquals(1, get("330100-1").files().size());
    }

    @Test
    @DisplayName("拒收的上传只留下隔离记录，一次说出全部原因")
    void of_a_refused_upload_only_the_reasons_stay() throws IOException {
        BusinessRuleException refusal = refused(() -> reception.receive(
                new CaseSubmission(
                        "33/01", "?", new CaseFacts("", null, NOW, NOW.minusSeconds(1), null, null), List.of()),
                List.of(
                        scan("a.jpg"),
                        file("空.pdf", Source.APPLICANT, null, ""),
                        file("setup.exe", Source.SHARED_DATA, "1", "MZ\u0090"),
                        file("电子出证记录.XML", Source.SHARED_DATA, "2", "<html><body>404</body></html>")),
                WANG));
        assertEquals(Kind.CONTENT, refusal.kind());
        assertEquals(
                List.of(
                        "case.number",
                        "case.item-unknown",
                        "case.field-missing",
                        "case.closed-before-accepted",
                        "case-file.empty",
                        "case-file.executable",
                        "case-file.format",
                        "case-issuing.no-record",
                        "case-issuing.no-component",
                        "issuing-xml.no-declaration",
                        "issuing-xml.error-page"),
                refusal.findings().stream().map(Finding::code).toList());
        assertEquals(0, cases.count());
        assertEquals(List.of(), incoming());
        assertEquals(List.of(), kept());
        QuarantineEntry entry = quarantine.of("WZ", 0, 10).get(0);
        assertEquals(refusal.findings(), entry.findings());
        assertEquals("intake.upload.refused", entry.refusal());
        assertEquals("case.refuse", operations.entries.get(0).operation());
        assertEquals(1, operations.entries.size());
    }

    @Test
    @DisplayName("唯一标识码不得随另一办件再次出现")
    void an_identifier_belongs_to_one_case() throws Exception {
        wired.get(DemonstrationCases.class).addOnce();
        Case first = get("330100261102000000001");
        List<IncomingFile> copied = new ArrayList<>();
        for (CaseFile file :
                first.files().stream().filter(each -> each.issuing() != null).toList()) {
            byte[] octets = contents.open(file.fixity()).readAllBytes();
            copied.add(IncomingFile.of(file.originalName(), null, Source.SHARED_DATA, "1", octets));
        }
        BusinessRuleException refusal = refused(() -> receive("330100-2", copied, WANG));
        assertEquals(
                List.of("case-issuing.request-id-known", "case-issuing.project-differs"),
                refusal.findings().stream().map(Finding::code).toList());
    }

    @Test
    void a_supplement_adds_a_file_once_and_only_to_an_open_case_of_the_window() throws IOException {
        receive("330100-1", List.of(scan("查询申请表.jpg")), WANG);
        ApplicationNumber number = new ApplicationNumber("330100-1");
        reception.supplement(number, List.of(scan("查询结果.jpg")), WANG);
        reception.supplement(number, List.of(scan("查询结果.jpg")), WANG);
        assertEquals(2, get("330100-1").files().size());
        assertEquals(CaseState.ARRANGING, get("330100-1").state());
        assertEquals(
                "intake.case.unknown",
                refused(() -> reception.supplement(number, List.of(scan("b.jpg")), XU))
                        .key());
        wired.get(Arranging.class).arrange(get("330100-1"), WANG);
        assertEquals(
                "intake.case.wrong-state",
                refused(() -> reception.supplement(number, List.of(scan("b.jpg")), WANG))
                        .key());
        assertEquals(List.of(new CaseArranged(number, 1)), arranged.news);
        assertEquals(
                List.of("case.receive", "case.supplement", "case.supplement", "case.arrange"),
                operations.entries.stream().map(each -> each.operation()).toList());
    }

    @Test
    @DisplayName("6.3 信息补录：整理前可以补录，谁在何时补录了什么留痕；整理后拒绝")
    void what_is_missing_is_completed_before_arranging_and_logged() throws IOException {
        receive("330100-1", List.of(scan("查询申请表.jpg"), scan("查询结果.jpg")), WANG);
        ApplicationNumber number = new ApplicationNumber("330100-1");
        Cases desk = wired.get(Cases.class);
        CaseFacts facts = new CaseFacts(
                "查询（补录）", new Applicant("张建国", null, null), NOW.minusSeconds(9), NOW.minusSeconds(5), "已提供", null);
        CaseChanges changes = new CaseChanges(facts, get("330100-1").opinions(), Map.of());

        assertEquals(
                "查询（补录）", desk.completeMetadata(number, null, changes).facts().title());
        assertEquals("查询（补录）", get("330100-1").facts().title());
        Operation logged = operations.entries.get(operations.entries.size() - 1);
        assertEquals("case.complete", logged.operation());
        assertEquals("330100-1", logged.objectId());
        assertEquals(WANG.userName(), logged.userName());
        assertEquals(NOW, logged.at());

        desk.arrange(number, null);
        assertEquals(
                "intake.case.wrong-state",
                refused(() -> desk.completeMetadata(number, null, changes)).key());
        assertEquals(
                List.of("case.receive", "case.complete", "case.arrange"),
                operations.entries.stream().map(each -> each.operation()).toList());
    }

    private CaseReceipt receive(String number, List<IncomingFile> files, Actor actor) throws IOException {
        CaseFacts facts = new CaseFacts(
                "查询", new Applicant("张建国", null, null), NOW.minusSeconds(9), NOW.minusSeconds(5), "已提供", null);
        List<ProcessOpinion> opinions = List.of(new ProcessOpinion("受理", "王敏", "同意", "", NOW.minusSeconds(8)));
        return reception.receive(new CaseSubmission(number, DemonstrationItems.ENQUIRY, facts, opinions), files, actor);
    }

    private static IncomingFile scan(String name) throws IOException {
        return IncomingFile.of(name, null, Source.SCAN, null, SampleScan.of(1));
    }

    private static IncomingFile file(String name, Source source, String issuing, String text) {
        return IncomingFile.of(name, null, source, issuing, text.getBytes(StandardCharsets.UTF_8));
    }

    private Case get(String number) {
        return cases.get(new ApplicationNumber(number));
    }

    private List<Path> incoming() throws IOException {
        try (Stream<Path> left = Files.list(Files.createDirectories(folder.resolve("incoming")))) {
            return left.toList();
        }
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("store"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private interface Attempt {
        Object run() throws IOException;
    }

    private static BusinessRuleException refused(Attempt attempt) {
        BusinessRuleException refusal = assertThrows(BusinessRuleException.class, attempt::run);
        assertNotNull(refusal.key());
        return refusal;
    }

    private static final class Caller extends CurrentActor {

        private final Actor actor;

        private Caller(Actor actor) {
            this.actor = actor;
        }

        @Override
        public Actor get() {
            return actor;
        }
    }

    /** Hears what would go to observers. */
    private static final class Arranged implements Event<CaseArranged> {

        private final List<CaseArranged> news = new ArrayList<>();

        @Override
        public void fire(CaseArranged event) {
            news.add(event);
        }

        @Override
        public <U extends CaseArranged> CompletionStage<U> fireAsync(U event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends CaseArranged> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Event<CaseArranged> select(Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends CaseArranged> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends CaseArranged> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }
}
