// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.guidang.catalog.control.DemonstrationItems;
import org.guidang.intake.Applicant;
import org.guidang.intake.ApplicationNumber;
import org.guidang.intake.Case;
import org.guidang.intake.CaseFacts;
import org.guidang.intake.CaseRepository;
import org.guidang.intake.ProcessOpinion;
import org.guidang.intake.boundary.CaseSubmission;
import org.guidang.intake.boundary.IncomingFile;
import org.guidang.issuing.IssuingRecord;
import org.guidang.issuing.core.DataCertificate.Item;
import org.guidang.organization.PersonRepository;
import org.guidang.shared.Actor;
import org.guidang.shared.BusinessRuleException;

/**
 * The cases of the demonstration: twelve closed cases of two windows in every state of intake, and one refused upload.
 * They come in by the same door as any other, with the names of the windows' clerks in the log.
 */
@ApplicationScoped
class DemonstrationCases {

    private static final String ID_CARD = "居民身份证";
    private static final String CREDIT_CODE = "统一社会信用代码";
    private static final String CITY = "WZ";
    private static final String DISTRICT = "WB";
    private static final Applicant ZHANG = new Applicant("张建国", ID_CARD, "330102199001011015");
    private static final Applicant CHEN = new Applicant("陈秀英", ID_CARD, "33010219851212202X");
    private static final Applicant QIAN = new Applicant("钱学文", ID_CARD, "330108197803053013");
    private static final Applicant SHEN = new Applicant("沈雨桐", ID_CARD, "330106199208204020");
    private static final Applicant TEA = new Applicant("杭州龙井茶餐饮有限公司", CREDIT_CODE, "91330100799655058B");
    private static final Applicant BATH = new Applicant("杭州清泉浴场有限公司", CREDIT_CODE, "91330108MA28000115");
    private static final Applicant BAKERY = new Applicant("杭州麦香烘焙有限公司", CREDIT_CODE, "91330106MA2800022C");

    @Inject
    CaseRepository cases;

    @Inject
    CaseDesk desk;

    @Inject
    Reception reception;

    @Inject
    Arranging arranging;

    @Inject
    DemonstrationItems items;

    @Inject
    DemonstrationFiles files;

    @Inject
    PersonRepository people;

    /** Adds them when there is no case yet. Needs no transaction. */
    void addOnce() throws IOException, GeneralSecurityException {
        desk.read(() -> {
            items.addOnce();
            return null;
        });
        if (desk.read(() -> cases.count()) > 0) {
            return;
        }
        marriage("330100261102000000001", CITY, ZHANG);
        arrange(marriage("330100261103000000002", CITY, QIAN), CITY);
        arrange(allowance("330100261103000000003", CHEN, true), CITY);
        allowance("330100261104000000004", SHEN, false);
        arrange(birth("330100261105000000005", SHEN), CITY);
        hygiene("330100261106000000006", BATH);
        arrange(food("330100261109000000007", CITY, TEA, "准予许可"), CITY);
        enquiry("330100261110000000008", BAKERY);
        String returned = marriage("330100261111000000009", CITY, CHEN);
        arrange(returned, CITY);
        reopen(returned, CITY, "确认书扫描件缺少第二页，请补正。");
        begin(food("330100261112000000010", CITY, BAKERY, null), CITY);
        marriage("330108261113000000011", DISTRICT, ZHANG);
        arrange(food("330108261116000000012", DISTRICT, BATH, "准予许可"), DISTRICT);
        misprinted("330100261117000000013", QIAN);
    }

    private String marriage(String number, String window, Applicant who) throws IOException, GeneralSecurityException {
        List<IncomingFile> all = new ArrayList<>();
        List<String> lines = List.of("申请人：" + who.name(), "申报号：" + number);
        all.add(files.form("结婚登记申请书", lines, window));
        all.addAll(files.issuing(number, DemonstrationItems.MARRIAGE, "婚姻证明", who.documentNumber(), lines, "MZ"));
        all.add(files.scan("确认书", number.hashCode()));
        all.add(files.paper("登记审查处理表", lines, "MZ"));
        all.add(files.result("结婚登记证明", lines, "MZ", number));
        return receive(number, DemonstrationItems.MARRIAGE, "内地居民结婚登记：" + who.name(), who, "准予登记", window, all);
    }

    private String allowance(String number, Applicant who, boolean complete)
            throws IOException, GeneralSecurityException {
        List<IncomingFile> all = new ArrayList<>();
        List<String> lines = List.of("申请人：" + who.name(), "申报号：" + number);
        all.add(files.form("补贴申请表", lines, CITY));
        all.addAll(files.issuing(number, DemonstrationItems.ALLOWANCE, "残疾人证明", who.documentNumber(), lines, "MZ"));
        all.add(files.scan("有效授权信息", number.hashCode()));
        if (complete) {
            all.add(files.result("补贴给付决定书", lines, "MZ", number));
        }
        return receive(number, DemonstrationItems.ALLOWANCE, "困难残疾人生活补贴：" + who.name(), who, "准予给付", CITY, all);
    }

    private String birth(String number, Applicant who) throws IOException, GeneralSecurityException {
        List<IncomingFile> all = new ArrayList<>();
        List<String> lines = List.of("申请人：" + who.name(), "申报号：" + number);
        List<Item> child = List.of(
                new Item("xm", "新生儿姓名", "沈小满"),
                new Item("xb", "新生儿性别", "女"),
                new Item("sr", "出生时间", "2024-05-26"),
                new Item("csds", "出生地-省", "浙江省"),
                new Item("qfrq", "签发日期", "20240603"));
        all.add(files.form("补发申请表", lines, CITY));
        all.addAll(files.issuing(number, DemonstrationItems.BIRTH, "婚姻证明", who.documentNumber(), lines, "MZ"));
        all.addAll(files.dataIssuing(number, DemonstrationItems.BIRTH, "出生医学证明", who.documentNumber(), child, "WJ"));
        all.add(files.result("补发证明", lines, "WJ", number));
        return receive(number, DemonstrationItems.BIRTH, "出生医学证明补发：沈小满", who, "准予补发", CITY, all);
    }

    private String hygiene(String number, Applicant who) throws IOException, GeneralSecurityException {
        List<IncomingFile> all = new ArrayList<>();
        List<String> lines = List.of("申请单位：" + who.name(), "申报号：" + number);
        all.add(files.form("卫生许可申请表", lines, CITY));
        all.addAll(files.issuing(number, DemonstrationItems.HYGIENE, "营业执照", who.documentNumber(), lines, "SJ"));
        all.add(files.paper("现场审查意见", lines, "WJ"));
        all.add(files.result("卫生许可证", lines, "WJ", number));
        return receive(number, DemonstrationItems.HYGIENE, "公共场所卫生许可：" + who.name(), who, "准予许可", CITY, all);
    }

    private String food(String number, String window, Applicant who, String result)
            throws IOException, GeneralSecurityException {
        List<IncomingFile> all = new ArrayList<>();
        List<String> lines = List.of("申请单位：" + who.name(), "申报号：" + number);
        all.add(files.form("食品经营许可申请书", lines, window));
        all.addAll(files.issuing(number, DemonstrationItems.FOOD, "营业执照", who.documentNumber(), lines, "SJ"));
        all.add(files.scan("有效授权信息", number.hashCode()));
        all.add(files.paper("现场核查表", lines, "SJ"));
        all.add(files.result("食品经营许可证", lines, "SJ", number));
        return receive(number, DemonstrationItems.FOOD, "食品经营许可：" + who.name(), who, result, window, all);
    }

    private void enquiry(String number, Applicant who) throws IOException, GeneralSecurityException {
        List<String> lines = List.of("查询单位：" + who.name(), "申报号：" + number);
        receive(
                number,
                DemonstrationItems.ENQUIRY,
                "企业登记档案查询：" + who.name(),
                who,
                "已提供",
                CITY,
                List.of(files.form("查询申请表", lines, CITY), files.result("查询结果", lines, "SJ", number)));
    }

    private void misprinted(String number, Applicant who) throws IOException, GeneralSecurityException {
        List<String> lines = List.of("申请人：" + who.name(), "申报号：" + number);
        String item = DemonstrationItems.MARRIAGE;
        List<IncomingFile> sound = files.issuing(number, item, "婚姻证明", who.documentNumber(), lines, "MZ");
        try {
            receive(
                    number,
                    item,
                    "内地居民结婚登记：" + who.name(),
                    who,
                    "准予登记",
                    CITY,
                    List.of(sound.get(0), files.misprintedRecord(number, item, "婚姻证明", who.documentNumber())));
        } catch (BusinessRuleException asIntended) {
            // It stands in the quarantine now.
        }
    }

    private String receive(
            String number,
            String item,
            String title,
            Applicant who,
            String result,
            String window,
            List<IncomingFile> all)
            throws IOException {
        LocalDate day = LocalDate.of(2026, 11, Integer.parseInt(number.substring(10, 12)));
        CaseFacts facts = new CaseFacts(title, who, at(day, 9), at(day.plusDays(1), 16), result, null);
        List<ProcessOpinion> opinions = List.of(
                new ProcessOpinion("受理", clerk(window).displayName(), "同意", "材料齐全，予以受理。", at(day, 10)),
                new ProcessOpinion("审核", "审核岗", "同意", "经审核符合条件。", at(day.plusDays(1), 11)),
                new ProcessOpinion("决定", "审批岗", "同意", "同意。", at(day.plusDays(1), 15)));
        reception.receive(new CaseSubmission(number, item, facts, opinions), all, clerk(window));
        return number;
    }

    private void arrange(String number, String window) {
        change(number, received -> arranging.arrange(received, clerk(window)));
    }

    private void reopen(String number, String window, String reason) {
        change(number, arranged -> {
            arranged.reopen(reason);
            arranging.record("case.reopen", arranged, clerk(window));
        });
    }

    private void begin(String number, String window) {
        change(number, received -> {
            received.touched();
            arranging.record("case.complete", received, clerk(window));
        });
    }

    private void change(String number, Consumer<Case> change) {
        desk.read(() -> {
            change.accept(cases.get(new ApplicationNumber(number)));
            return null;
        });
    }

    private Actor clerk(String window) {
        return people.find(CITY.equals(window) ? "wang" : "xu").orElseThrow().asActor();
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(IssuingRecord.ZONE).toInstant();
    }
}
