// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WindowType;

/**
 * What people do to pages without meaning harm: let the session end, click twice, load anew, go back, work in two tabs.
 * Each form does its work once, loses nothing that was typed, and tells whoever came second who was first.
 */
@OnProduct
@Tag("once")
class SteadyIT {

    private static final String PASSWORD = "Guidang-2026";

    private final Product product = Product.shared();
    private final HandOver walk = new HandOver(product);

    @Test
    @DisplayName("会话过期：备注、签字、退回、登记表单所填内容保留，登录后继续，只生效一次")
    void a_session_that_ended_costs_no_word_of_any_form() {
        String draft = draft();
        String list = underReview();
        String signable = signable();
        try (Browser browser = new Browser(product)) {
            browser.signIn("li").go("transfer/draft.xhtml?number=" + draft + "&step=2");
            By remark = By.cssSelector(".form-a1 input[type=text]");
            browser.see(remark).sendKeys("会话过期前写的备注");
            expire(browser, By.id("form:next"));
            assertEquals("会话过期前写的备注", browser.see(remark).getDomProperty("value"));
            browser.click(By.id("form:next")).see(By.linkText("下一步"));
            assertEquals("会话过期前写的备注", row(draft).getString("remark"));

            browser.signIn("zhang").go("transfer/review.xhtml?number=" + list);
            browser.click(By.cssSelector("[data-opens='return']"));
            browser.see(By.id("return:each:0:text")).sendKeys("会话过期前写的退回原因");
            expire(browser, By.id("return:go"));
            assertEquals("会话过期前写的退回原因", browser.see(By.id("return:each:0:text")).getDomProperty("value"));
            browser.click(By.id("return:go")).read("已记为退回");
            assertEquals(1, acts(list, "DECIDED"));

            browser.go("transfer/sign.xhtml?number=" + signable);
            browser.click(By.id("form:checked"));
            browser.see(By.id("form:password")).sendKeys(PASSWORD);
            expire(browser, By.id("form:go"));
            assertEquals(true, browser.see(By.id("form:checked")).isSelected());
            browser.click(By.id("form:go")).read("一方已签字");
            assertEquals(1, signatures(signable));
        }
    }

    @Test
    @DisplayName("双击、刷新、后退：提交与签字各只生效一次")
    void clicking_twice_loading_anew_and_going_back_do_it_once() {
        String draft = draft();
        String signable = signable();
        try (Browser browser = new Browser(product)) {
            browser.signIn("li").go("transfer/draft.xhtml?number=" + draft + "&step=4");
            browser.click(By.id("form:confirmed"));
            twice(browser, "form:submit");
            browser.read("已提交给");
            browser.driver().navigate().refresh();
            browser.read(draft);
            assertEquals(1, acts(draft, "SUBMITTED"));
            browser.driver().navigate().back();
            browser.until(() -> browser.driver().getCurrentUrl().contains("list.xhtml")
                    || !browser.driver().findElements(By.id("form:submit")).isEmpty());
            if (!browser.driver().findElements(By.id("form:submit")).isEmpty()) {
                browser.click(By.id("form:submit"));
                browser.see(By.cssSelector(".messages .notice"));
            }
            assertEquals(1, acts(draft, "SUBMITTED"));

            browser.go("transfer/sign.xhtml?number=" + signable);
            browser.click(By.id("form:checked"));
            browser.see(By.id("form:password")).sendKeys(PASSWORD);
            twice(browser, "form:go");
            browser.read("一方已签字");
            browser.driver().navigate().refresh();
            browser.read(signable);
            assertEquals(1, signatures(signable));
        }
    }

    @Test
    @DisplayName("两个标签页：后到者得知谁在何时已处理，先前的处理不变")
    void who_comes_second_in_another_tab_is_told_who_was_first() {
        String draft = draft();
        String list = underReview();
        String signable = signable();
        try (Browser browser = new Browser(product)) {
            browser.signIn("li");
            String confirm = "transfer/draft.xhtml?number=" + draft + "&step=4";
            String second = inTwoTabs(
                    browser,
                    confirm,
                    tab -> {
                        tab.click(By.id("form:confirmed")).click(By.id("form:submit"));
                        return true;
                    },
                    "已提交给");
            assertEquals(true, second.contains("李静"), second);
            assertEquals(1, acts(draft, "SUBMITTED"));

            String third = inTwoTabs(
                    browser,
                    "transfer/sign.xhtml?number=" + signable,
                    tab -> {
                        tab.click(By.id("form:checked"));
                        tab.see(By.id("form:password")).sendKeys(PASSWORD);
                        tab.click(By.id("form:go"));
                        return true;
                    },
                    "一方已签字");
            assertEquals(true, third.contains("李静"), third);
            assertEquals(1, signatures(signable));

            browser.signIn("zhang");
            String fourth = inTwoTabs(
                    browser,
                    "transfer/review.xhtml?number=" + list,
                    tab -> {
                        tab.click(By.cssSelector("[data-opens='accept']"));
                        tab.see(By.id("accept:note")).sendKeys("核对无误，准予接收");
                        tab.click(By.id("accept:go"));
                        return true;
                    },
                    "已通过");
            assertEquals(1, acts(list, "DECIDED"), fourth);
        }
    }

    /** Opens the address in two tabs, acts in the first and then in the second; what the second is told. */
    private static String inTwoTabs(Browser browser, String address, Predicate<Browser> act, String done) {
        browser.go(address);
        String first = browser.driver().getWindowHandle();
        browser.driver().switchTo().newWindow(WindowType.TAB);
        browser.go(address);
        String other = browser.driver().getWindowHandle();
        browser.driver().switchTo().window(first);
        act.test(browser);
        browser.read(done);
        browser.driver().switchTo().window(other);
        act.test(browser);
        String said =
                browser.see(By.cssSelector(".said .notice, .messages .notice")).getText();
        browser.driver().close();
        browser.driver().switchTo().window(first);
        return said;
    }

    /** Ends the session, presses the button, and signs in where the page stands. */
    private static void expire(Browser browser, By button) {
        browser.driver().manage().deleteAllCookies();
        browser.click(button);
        browser.see(By.id("again-password")).sendKeys(PASSWORD);
        browser.click(By.cssSelector("#over button")).read("已重新登录");
    }

    /** Two clicks as fast as the browser takes them. */
    private static void twice(Browser browser, String id) {
        browser.see(By.id(id));
        browser.driver().executeScript("const it = document.getElementById(arguments[0]); it.click(); it.click();", id);
    }

    private String draft() {
        String pack = walk.registeredPackage(walk.arrangedCase());
        return Rest.json(walk.window.post("transfer-lists", "{\"agency\":\"MZ\",\"packages\":[\"" + pack + "\"]}"))
                .getJsonObject("row")
                .getString("number");
    }

    private String underReview() {
        String list = walk.submittedList(null, walk.registeredPackage(walk.arrangedCase()));
        walk.received(list);
        return list;
    }

    private String signable() {
        String list = underReview();
        walk.act(walk.agency, list, "acceptance", "{}");
        walk.act(walk.agency, list, "conclusion", "{}");
        return list;
    }

    private JsonObject row(String list) {
        return HandOver.ok(walk.window.get("transfer-lists/" + list))
                .getJsonArray("rows")
                .getJsonObject(0);
    }

    private long acts(String list, String act) {
        return HandOver.ok(walk.window.get("transfer-lists/" + list))
                .getJsonArray("history")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(each -> act.equals(each.getString("act")))
                .count();
    }

    private int signatures(String list) {
        return HandOver.ok(walk.window.get("transfer-lists/" + list))
                .getJsonArray("signatures")
                .size();
    }
}
