// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/**
 * How often people have to click. A click is one trusted click event of the browser, counted on every page by a script
 * that is there before the page's own; signing in and out, where nothing is chosen, does not count, and nothing is typed.
 *
 * <p>{@code guidang.clicks.packages} is the length of the list, 50 for the full proof; the clicks are the same.
 */
@Tag("once")
class ClicksIT {

    /** Of its own, so that nothing another test left behind changes what is seen. */
    private static final ServerProcess SERVER = new ServerProcess(Product.fresh("it-clicks", null));

    private static final int MOST = 12;
    private static final int PACKAGES = Integer.getInteger("guidang.clicks.packages", 10);

    private static final String COUNTER = """
            addEventListener('click', event => {
                if (event.isTrusted && !event.target.closest('form[action*="j_security_check"]')) { localStorage.setItem('clicks', 1 + Number(localStorage.getItem('clicks') || 0)); }
            }, true);
            """;

    private final HandOver walk = new HandOver(SERVER.product());

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    @DisplayName("U-02 从办结事项到提交一份移交清单，点击不超过 12 次")
    void closed_cases_become_a_submitted_list_within_twelve_clicks() {
        JsonObject sample = walk.sampleCase();
        for (int at = 0; at < PACKAGES; at++) {
            String number = HandOver.newNumber();
            assertEquals(
                    201,
                    walk.send(sample, number, walk.filesFor(sample, number), number)
                            .statusCode());
        }
        try (Browser browser = new Browser(SERVER.product())) {
            browser.driver().executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", COUNTER));
            browser.signIn("wang");
            browser.driver().executeScript("localStorage.removeItem('clicks')");
            browser.click(By.cssSelector(".queue[href*='state=RECEIVED']"));
            browser.click(By.id("all:arrange")).read("整理完成").picture("61-all-arranged");
            browser.click(By.id("all:build")).read("已封装固化");
            browser.click(By.id("run:everything")).read("已开始批量检测");
            tested();
            long clerk = clicks(browser);

            browser.signIn("li");
            browser.click(By.cssSelector(".menu a[href$='/registry/catalogue.xhtml']"));
            browser.click(By.id("register:all")).read("，未登记 0 件");
            browser.click(By.cssSelector(".menu a[href$='/transfer/new.xhtml']"));
            browser.click(By.id("form:go"));
            browser.click(By.id("form:next"));
            browser.click(By.linkText("下一步"));
            browser.click(By.id("form:confirmed"));
            browser.click(By.id("form:submit")).read("已提交给");
            String list = browser.driver().getCurrentUrl().replaceAll(".*number=([^&]+).*", "$1");
            long all = clicks(browser);
            System.out.printf("clicks: clerk %d, archivist %d%n", clerk, all - clerk);
            assertTrue(all <= MOST, all + " clicks");
            int packages = HandOver.ok(walk.window.get("transfer-lists/" + list))
                    .getJsonObject("row")
                    .getJsonObject("totals")
                    .getInt("packages");
            assertTrue(packages >= PACKAGES, packages + " packages");
        }
    }

    @Test
    @DisplayName("U-02 工作台到任何一件待办不超过两次点击")
    void every_entry_of_every_desk_is_two_clicks_from_home_at_most() {
        List<String> astray = new ArrayList<>();
        try (Browser browser = new Browser(SERVER.product())) {
            for (String person : List.of("wang", "li", "zhang", "zhao", "admin", "audit")) {
                browser.signIn(person).go("home.xhtml");
                List<String> entries = browser.driver().findElements(By.cssSelector(".menu a, .queue")).stream()
                        .map(link -> link.getDomProperty("href"))
                        .distinct()
                        .toList();
                for (String entry : entries) {
                    browser.go("home.xhtml");
                    browser.click(By.cssSelector("a[href$='" + entry.replaceFirst("^https?://[^/]+", "") + "']"));
                    browser.until(() -> browser.driver().getCurrentUrl().equals(entry));
                    browser.see(By.tagName("h1"));
                    List<org.openqa.selenium.WebElement> first =
                            browser.driver().findElements(By.cssSelector("main .ui-datatable-data td a.code"));
                    if (!first.isEmpty()) {
                        String there = first.get(0).getDomProperty("href");
                        browser.click(By.cssSelector("main .ui-datatable-data td a.code"));
                        browser.until(() -> !browser.driver().getCurrentUrl().equals(entry));
                        if (browser.driver()
                                .findElements(By.cssSelector("main h1"))
                                .isEmpty()) {
                            astray.add(person + ": " + entry + " → " + there);
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), astray);
    }

    private void tested() {
        for (int tries = 0; tries < 480; tries++) {
            if (HandOver.rows(HandOver.ok(walk.window.get("detection-jobs?limit=1"))).stream()
                    .noneMatch(job -> "RUNNING".equals(job.getString("state")))) {
                return;
            }
            HandOver.pause(500);
        }
    }

    private static long clicks(Browser browser) {
        return ((Number) browser.driver().executeScript("return Number(localStorage.getItem('clicks') || 0)"))
                .longValue();
    }
}
