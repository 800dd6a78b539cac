// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.guidang.shared.WorkingCalendar;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Notices and deadlines on the real product. */
@OnProduct
class NoticeIT {

    private final Product product = Product.shared();
    private final HandOver walk = new HandOver(product);

    @Test
    @DisplayName("打开的页面上，消息数不刷新也会变")
    void the_count_on_an_open_page_changes_without_a_reload() {
        try (Browser browser = new Browser(product)) {
            browser.signIn("zhang").go("home.xhtml");
            long before = shown(browser);
            browser.driver().executeScript("window.sameDocument = true");
            String list = walk.submittedList(null, walk.registeredPackage(walk.arrangedCase()));
            new WebDriverWait(browser.driver(), Duration.ofSeconds(20)).until(page -> shown(browser) == before + 1);
            assertEquals(true, browser.driver().executeScript("return window.sameDocument"));

            browser.go("notice/inbox.xhtml").read("移交清单 " + list + " 已提交，共 1 件，请接收。");
            browser.picture("notice-inbox");
            browser.go("transfer/inbox.xhtml?due=true").read("剩余 3 个工作日");
            browser.picture("notice-lamps");
            browser.go("notice/inbox.xhtml?event=SUBMITTED&unread=true");
            browser.see(By.xpath("(//button[contains(., '标为已读')])[1]"));
            browser.driver()
                    .findElement(By.xpath("//tbody//tr[1]//button[contains(., '标为已读')]"))
                    .click();
            new WebDriverWait(browser.driver(), Duration.ofSeconds(20)).until(page -> shown(browser) == before);
        }
    }

    private static long shown(Browser browser) {
        String text =
                String.valueOf(browser.driver().executeScript("return document.getElementById('unread').textContent"));
        return Long.parseLong(text.replaceAll("\\D", ""));
    }

    @Test
    void a_notice_belongs_to_its_recipient_alone() {
        String list = walk.submittedList(null, walk.registeredPackage(walk.arrangedCase()));
        JsonObject mine = notices(walk.agency, "type=transfer-list.submitted").get(0);
        assertEquals(list, mine.getString("subjectId"));
        String path = "notices/" + mine.getString("id") + "/reading";
        for (String other : List.of("client-wj", "client-wz", "zhao", "admin", "zhang")) {
            Rest stranger = Rest.as(product, other);
            assertEquals(404, put(stranger, path, "").statusCode(), other);
            assertFalse(stranger.get("notices?limit=200").body().contains(mine.getString("id")), other);
        }
        assertFalse(
                Rest.as(product, "client-wj").get("notices?limit=200").body().contains(list));
        long unread = HandOver.ok(walk.agency.get("notices?unread=true")).getInt("total");
        assertEquals(200, put(walk.agency, path, "").statusCode());
        assertEquals(200, put(walk.agency, path, "").statusCode());
        assertEquals(
                unread - 1, HandOver.ok(walk.agency.get("notices?unread=true")).getInt("total"));
        walk.act(walk.window, list, "reminder", "{}");
        assertEquals(
                list, notices(walk.agency, "type=transfer-list.reminded").get(0).getString("subjectId"));
    }

    @Test
    @DisplayName("接口给出应办日期和灯；排序按期限")
    void the_interface_tells_due_day_and_lamp_and_sorts_by_it() {
        String list = walk.submittedList(null, walk.registeredPackage(walk.arrangedCase()));
        LocalDate today = LocalDate.now(WorkingCalendar.ZONE);
        JsonObject due = row(list).getJsonObject("deadline");
        assertEquals("RECEIPT", due.getString("step"));
        assertEquals(WorkingCalendar.standard().after(today, 3).toString(), due.getString("dueOn"));
        assertEquals("GREEN", due.getString("lamp"));
        List<String> days = HandOver.ok(walk.agency.get("transfer-lists?sort=dueOn&limit=200"))
                .getJsonArray("rows")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(each -> each.isNull("deadline")
                        ? "none"
                        : each.getJsonObject("deadline").getString("dueOn"))
                .toList();
        assertEquals(days.stream().sorted().toList(), days);
        walk.received(list);
        assertEquals("REVIEW", row(list).getJsonObject("deadline").getString("step"));
    }

    private JsonObject row(String list) {
        return HandOver.ok(walk.agency.get("transfer-lists/" + list)).getJsonObject("row");
    }

    @Test
    void only_the_administrator_sets_deadlines_and_hears_all_that_is_wrong_at_once() {
        Rest admin = Rest.as(product, "admin");
        String good =
                "{\"receiptDays\":4,\"reviewDays\":10,\"correctionDays\":5,\"signOffDays\":3,\"warningDays\":2,\"escalationDays\":3,\"lead\":\"liu\"}";
        assertEquals(403, put(walk.agency, "deadline-rules/WJ", good).statusCode());
        assertEquals(200, put(admin, "deadline-rules/WJ", good).statusCode());
        assertEquals(4, HandOver.ok(admin.get("deadline-rules/WJ")).getInt("receiptDays"));
        HttpResponse<String> refused =
                put(admin, "deadline-rules/WJ", good.replace(":4", ":0").replace(":10", ":251"));
        assertEquals(422, refused.statusCode(), refused.body());
        assertTrue(refused.body().contains("receiptDays=0, reviewDays=251"), refused.body());
        assertEquals(
                422,
                put(admin, "deadline-rules/WJ", good.replace("liu", "zhang")).statusCode());
        assertEquals(404, admin.get("deadline-rules/XX").statusCode());
    }

    @Test
    void the_open_line_answers_nobody_without_a_ticket() {
        Rest nobody = Rest.anonymous(product);
        assertEquals(
                401,
                nobody.send(nobody.request(product.at("push/notices")).GET()).statusCode());
        assertEquals(
                401,
                nobody.send(nobody.request(product.at("push/notices?once=1"))
                                .header("X-Guidang-Ticket", "made-up")
                                .GET())
                        .statusCode());
    }

    private static List<JsonObject> notices(Rest person, String query) {
        return HandOver.ok(person.get("notices?" + query)).getJsonArray("rows").getValuesAs(JsonObject.class);
    }

    private static HttpResponse<String> put(Rest person, String path, String json) {
        return person.send(person.request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }
}
