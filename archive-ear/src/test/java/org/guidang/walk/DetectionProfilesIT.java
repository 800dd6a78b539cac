// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** An organization's own detection profile: proposed, reviewed by another, tested by, named in reports. */
@OnProduct
class DetectionProfilesIT {

    /** What the demonstration does without a scanner, and one item more; so other walks go on as before. */
    private static final String CHANGES = "[{\"item\":\"GD-4-2\",\"level\":\"SHOULD\",\"reason\":\"本窗口尚未配置杀毒软件\"},"
            + "{\"item\":\"YJ-4-2\",\"level\":\"SHOULD\",\"reason\":\"本单位尚未配置杀毒软件\"},"
            + "{\"item\":\"GD-1-13\",\"parameters\":{\"depth\":\"9\"},\"reason\":\"本窗口目录较深\"}]";

    private final Product product = Product.shared();
    private final HandOver walk = new HandOver(product);
    private final Rest wang = Rest.as(product, "wang");
    private final Rest li = Rest.as(product, "li");

    private static int inForce(Rest side) {
        return HandOver.array(side.get("detection-profiles")).stream()
                .filter(each -> "IN_FORCE".equals(each.getString("state")))
                .mapToInt(each -> each.getInt("number"))
                .findFirst()
                .orElse(0);
    }

    private static HttpResponse<String> propose(Rest side, String changes) {
        return side.post(
                "detection-profiles",
                "{\"edition\":\"DAT70-2018\",\"title\":\"本单位检测方案\",\"follows\":" + inForce(side) + ",\"changes\":"
                        + changes + "}");
    }

    private static HttpResponse<String> act(Rest side, int number, String act, String tag, String json) {
        return side.send(side.request("detection-profiles/" + number + "/" + act)
                .header("If-Match", tag)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private static String code(HttpResponse<String> refused) {
        return Rest.json(refused).getString("code");
    }

    /** Proposes and approves; the id, the digest. */
    private static JsonObject inForce(Rest author, Rest second) {
        HttpResponse<String> proposed = propose(author, CHANGES);
        assertEquals(201, proposed.statusCode(), proposed.body());
        int number = Rest.json(proposed).getInt("number");
        String tag = proposed.headers().firstValue("ETag").orElseThrow();
        return HandOver.ok(act(second, number, "approval", tag, "{}"));
    }

    @Test
    @DisplayName("提出、复核、生效；报告写明标准版本、方案版本和摘要；旧版保留")
    void a_second_person_puts_it_in_force_and_reports_name_it() {
        HttpResponse<String> proposed = propose(wang, CHANGES);
        assertEquals(201, proposed.statusCode(), proposed.body());
        int number = Rest.json(proposed).getInt("number");
        String tag = proposed.headers().firstValue("ETag").orElseThrow();
        assertEquals("detection.profile.waiting", code(propose(li, CHANGES)));

        assertEquals(
                428,
                li.send(li.request("detection-profiles/" + number + "/approval")
                                .POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode());
        assertEquals(412, act(li, number, "approval", "\"99\"", "{}").statusCode());
        HttpResponse<String> own = act(wang, number, "approval", tag, "{}");
        assertEquals(403, own.statusCode(), own.body());
        assertEquals("detection.profile.own", code(own));
        assertEquals("detection.profile.not-by-machine", code(act(walk.window, number, "approval", tag, "{}")));
        assertEquals(
                404,
                Rest.as(product, "xu")
                        .get("detection-profiles/" + number + "/items")
                        .statusCode());

        JsonObject approved = HandOver.ok(act(li, number, "approval", tag, "{}"));
        assertEquals("IN_FORCE", approved.getString("state"));
        assertEquals(number, inForce(wang));
        assertEquals(
                409,
                act(li, number, "rejection", "\"" + approved.getInt("version") + "\"", "{\"reason\":\"已经生效了吗\"}")
                        .statusCode());
        List<JsonObject> differences = HandOver.array(wang.get("detection-profiles/" + number + "/differences"));
        assertEquals(
                List.of("GD-1-13", "GD-4-2", "YJ-4-2"),
                differences.stream().map(each -> each.getString("code")).toList());
        assertEquals(
                200, wang.get("detection-profiles/" + number + "/signature.p7s").statusCode());
        assertTrue(wang.get("detection-profiles/" + number + "/canonical.txt")
                .body()
                .contains("parameter depth=9"));

        String pack = walk.registeredPackage(walk.arrangedCase());
        JsonObject report = HandOver.array(walk.window.get("packages/" + pack + "/detections"))
                .get(0);
        assertEquals("DAT70-2018", report.getString("profileId"));
        assertEquals("WZ-" + number, report.getString("profileVariation"));
        assertEquals(approved.getString("digest"), report.getString("profileDigest"));
        JsonObject lowered = report.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(item -> "GD-4-2".equals(item.getString("code")))
                .findFirst()
                .orElseThrow();
        assertEquals("MUST", lowered.getString("prescribed"));
        assertEquals("SHOULD", lowered.getString("level"));
        assertEquals("本窗口尚未配置杀毒软件", lowered.getString("changeReason"));

        JsonObject next = inForce(li, wang);
        assertEquals(number + 1, next.getInt("number"));
        assertEquals(
                "SUPERSEDED",
                HandOver.ok(wang.get("detection-profiles/" + number)).getString("state"));
        assertTrue(walk.window.get("operations?limit=50").body().contains("detection-profile.approve"));
    }

    @Test
    @DisplayName("接收检测用机构自己的方案")
    void receipt_detection_goes_by_the_profile_of_the_agency() {
        JsonObject agencys = inForce(Rest.as(product, "zhang"), Rest.as(product, "zhao"));
        String list = walk.submittedList(null, walk.registeredPackage(walk.arrangedCase()));
        walk.received(list);
        String pack = HandOver.array(walk.agency.get("transfer-lists/" + list + "/packages"))
                .get(0)
                .getString("packageNumber");
        JsonObject receipt = HandOver.array(walk.agency.get("packages/" + pack + "/detections")).stream()
                .filter(report -> "RECEIPT".equals(report.getString("phase")))
                .findFirst()
                .orElseThrow();
        assertEquals("MZ-" + agencys.getInt("number"), receipt.getString("profileVariation"));
        assertEquals(agencys.getString("digest"), receipt.getString("profileDigest"));
    }

    @Test
    @DisplayName("违反规则的方案一次列出全部问题，不保存")
    void a_profile_that_breaks_rules_is_refused_with_all_findings() {
        Rest xu = Rest.as(product, "xu");
        HttpResponse<String> refused = propose(
                xu,
                "[{\"item\":\"GD-1-7\",\"level\":\"OFF\"},{\"item\":\"GD-1-13\",\"parameters\":{\"depth\":\"99\"},\"reason\":\"目录很深很深\"},{\"item\":\"GD-9-9\",\"level\":\"OFF\",\"reason\":\"没有这个项\"}]");
        assertEquals(422, refused.statusCode(), refused.body());
        assertEquals("detection.profile.refused", code(refused));
        assertEquals(3, Rest.json(refused).getJsonArray("findings").size(), refused.body());
        assertTrue(refused.body().contains("1–20"), refused.body());
        assertEquals("[]", xu.get("detection-profiles").body());
        assertFalse(Rest.as(product, "audit").get("detection-profiles").statusCode() == 200);
    }

    @Test
    @DisplayName("只复检未通过项：其余沿用，写明来自哪次检测")
    void a_retest_carries_out_only_what_did_not_hold() {
        String pack = walk.registeredPackage(walk.arrangedCase());
        String list = walk.submittedList(null, pack);
        walk.received(list);
        JsonObject first = receipts(pack).get(0);
        long held = first.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(item -> List.of("PASSED", "NOT_APPLICABLE").contains(item.getString("verdict")))
                .count();
        assertEquals(
                403,
                walk.window
                        .post("detections/" + first.getString("id") + "/retests", "{}")
                        .statusCode());
        HttpResponse<String> answered = walk.agency.post("detections/" + first.getString("id") + "/retests", "{}");
        assertEquals(201, answered.statusCode(), answered.body());
        JsonObject second = Rest.json(answered);
        assertEquals(first.getString("id"), second.getString("retestOf"));
        assertEquals("", second.getString("retestReason"));
        assertEquals(held, second.getInt("carriedOver"));
        JsonObject offered = HandOver.array(walk.agency.get("transfer-lists/" + list + "/packages"))
                .get(0);
        assertEquals(second.getString("id"), offered.getString("receiptReport"));
        assertEquals(second.getString("outcome"), offered.getString("receiptOutcome"));
        for (JsonObject item : second.getJsonArray("items").getValuesAs(JsonObject.class)) {
            boolean holds = List.of("PASSED", "NOT_APPLICABLE").contains(item.getString("verdict"));
            assertEquals(holds ? first.getString("id") : null, item.getString("carriedFrom", null), item.toString());
        }
        assertEquals(
                "detection.retest.not-latest",
                code(walk.agency.post("detections/" + first.getString("id") + "/retests", "{}")));
        assertEquals(
                List.of(),
                HandOver.array(walk.agency.get(
                        "detections/" + second.getString("id") + "/differences?earlier=" + first.getString("id"))));
    }

    @Test
    @DisplayName("第 1 版与第 2 版的检测结果可比较，人工决定也算差异")
    void version_one_and_version_two_are_held_against_each_other_on_a_page() {
        String number = walk.arrangedCase();
        String pack = walk.registeredPackage(number);
        String first = archiving(pack, 1);
        assertEquals(
                200,
                walk.window
                        .post(
                                "detections/" + first + "/items/GD-4-2/decision",
                                "{\"verdict\":\"PASSED\",\"note\":\"已在另一台机器上查毒，没有发现病毒\"}")
                        .statusCode());
        String list = walk.submittedList(null, pack);
        walk.received(list);
        walk.act(
                walk.agency,
                list,
                "return",
                "{\"packages\":[\"" + pack + "\"],\"reasons\":[{\"code\":\"OTHER\",\"text\":\"申请表第二页缺申请人签字，请补正。\"}]}");
        walk.act(walk.agency, list, "conclusion", "{}");
        walk.arrange(number);
        assertEquals(
                201, walk.window.post("packages/" + pack + "/versions", "{}").statusCode());
        walk.detectAndRegister(pack, 2);
        String second = archiving(pack, 2);
        List<JsonObject> differences =
                HandOver.array(walk.window.get("detections/" + second + "/differences?earlier=" + first));
        assertEquals(1, differences.size(), differences.toString());
        assertEquals("GD-4-2", differences.get(0).getString("code"));
        assertEquals("PASSED", differences.get(0).getString("earlier"));
        assertEquals("INDETERMINATE", differences.get(0).getString("later"));
        try (Browser browser = new Browser(product)) {
            browser.signIn("wang").go("detection/report.xhtml?id=" + second);
            browser.click(By.cssSelector("a[href*='difference.xhtml?earlier=" + first + "']"))
                    .read("有差异的检测项 (1)")
                    .picture("difference-versions");
            List<String> versions = browser.driver().findElements(By.cssSelector("tbody tr td:nth-child(3)")).stream()
                    .map(WebElement::getText)
                    .limit(2)
                    .toList();
            assertEquals(List.of("v1", "v2"), versions);
        }
    }

    private String archiving(String pack, int version) {
        return HandOver.array(walk.window.get("packages/" + pack + "/detections")).stream()
                .filter(report ->
                        report.getInt("packageVersion") == version && "ARCHIVING".equals(report.getString("phase")))
                .findFirst()
                .orElseThrow()
                .getString("id");
    }

    private List<JsonObject> receipts(String pack) {
        return HandOver.array(walk.agency.get("packages/" + pack + "/detections")).stream()
                .filter(report -> "RECEIPT".equals(report.getString("phase")))
                .toList();
    }

    @Test
    @DisplayName("页面：建立方案、比较两次检测")
    void a_person_proposes_on_the_page_and_another_reviews_there() {
        String pack = walk.registeredPackage(walk.arrangedCase());
        String list = walk.submittedList(null, pack);
        walk.received(list);
        String agencys = receipts(pack).get(0).getString("id");
        String windows = HandOver.array(walk.window.get("packages/" + pack + "/detections")).stream()
                .filter(report -> "ARCHIVING".equals(report.getString("phase")))
                .findFirst()
                .orElseThrow()
                .getString("id");
        try (Browser browser = new Browser(product)) {
            browser.signIn("sun").go("detection/profiles.xhtml").picture("profiles-none");
            browser.go("detection/profile-edit.xhtml?edition=DAT70-2018")
                    .read("检测方案")
                    .picture("profile-edit");
            browser.see(By.id("edit:title")).sendKeys("市场监管类档案检测方案");
            WebElement level = browser.driver().findElement(By.cssSelector("select[aria-label='YJ-4-2 本单位级别']"));
            new Select(level).selectByVisibleText("警告");
            browser.click(By.id("edit:propose"));
            browser.read("放宽要写明理由").picture("profile-edit-refused");
            browser.driver()
                    .findElement(By.cssSelector("input[aria-label='YJ-4-2 理由']"))
                    .sendKeys("本单位尚未配置杀毒软件");
            browser.click(By.id("edit:propose"));
            browser.read("等待第二人复核").picture("profile-proposed");
            browser.signIn("zhou").go("home.xhtml").picture("profile-desk");
            browser.go("detection/profile.xhtml?number=1").read("本单位尚未配置杀毒软件").picture("profile-review");
            browser.click(By.id("review:approve"));
            browser.read("已生效").picture("profile-in-force");
            browser.go("detection/profiles.xhtml").read("正在使用").picture("profiles");
            browser.signIn("zhang")
                    .go("detection/difference.xhtml?earlier=" + windows + "&later=" + agencys)
                    .read("检测结果比较")
                    .picture("difference");
            browser.go("detection/report.xhtml?id=" + agencys).picture("report-receipt");
            browser.click(By.id("acts:again"));
            browser.read("本报告是复检").picture("report-retest");
        }
    }
}
