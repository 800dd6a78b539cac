// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/**
 * Every page of {@code isolation/pages.csv} (which {@link IsolationIT} holds to what is deployed), for everybody who can
 * see it at first: filled, empty, each dialog open, and refused; held to {@link PageCheck}.
 */
@Tag("once")
class PagesIT {

    /** Of its own, so that nothing another test left behind changes what is seen. */
    private static final ServerProcess SERVER = new ServerProcess(Product.fresh("it-pages", null));

    /** One of each desk of the demonstration that deals with window WZ and agency MZ, and the officers. */
    private static final List<String> PEOPLE = List.of("li", "wang", "zhang", "zhao", "admin", "audit");

    /** Answers of these are files, or lead on at once. */
    private static final Set<String> NO_PAGE = Set.of("index.xhtml", "ping.xhtml");

    private final Product product = SERVER.product();
    private final HandOver walk = new HandOver(product);
    private final Set<String> troubles = new LinkedHashSet<>();
    private final Set<String> visited = new TreeSet<>();

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    @DisplayName("U-13 每一页、每一状态：axe 无严重问题，三种宽度与 200% 缩放无横向滚动、重叠、截断，目标不小于 24 px")
    void every_page_in_every_state_can_be_used_by_everybody() {
        Foreign things = new Foreign(walk);
        String reviewed = walk.submittedList(null, walk.registeredPackage(walk.arrangedCase()));
        walk.received(reviewed);
        String signable = walk.submittedList(null, walk.registeredPackage(walk.arrangedCase()));
        walk.received(signable);
        walk.act(walk.agency, signable, "acceptance", "{}");
        walk.act(walk.agency, signable, "conclusion", "{}");
        String submitted = walk.submittedList(null, walk.registeredPackage(walk.arrangedCase()));
        String waiting = walk.registeredPackage(walk.arrangedCase());
        String draft = Rest.json(
                        walk.window.post("transfer-lists", "{\"agency\":\"MZ\",\"packages\":[\"" + waiting + "\"]}"))
                .getJsonObject("row")
                .getString("number");
        walk.registeredPackage(walk.arrangedCase());
        String open = walk.sampleCase().getString("number");

        Map<String, List<String>> more = new LinkedHashMap<>();
        more.put("intake/case.xhtml", List.of("number=" + open));
        more.put("intake/receive.xhtml", List.of("item=11330100MB1A2C235T3332000006000"));
        more.put("intake/cases.xhtml", List.of("state=RECEIVED"));
        more.put(
                "transfer/draft.xhtml",
                List.of("number=" + draft + "&step=2", "number=" + draft + "&step=3", "number=" + draft + "&step=4"));
        more.put("transfer/list.xhtml", List.of("number=" + submitted, "number=" + reviewed, "number=" + signable));
        more.put("transfer/review.xhtml", List.of("number=" + reviewed));
        more.put("transfer/bulk.xhtml", List.of("number=" + reviewed));
        more.put("transfer/sign.xhtml", List.of("number=" + signable));
        more.put("transfer/new.xhtml", List.of("agency=MZ"));
        more.put("notice/webhooks.xhtml", List.of(""));
        more.put("detection/profile-edit.xhtml", List.of("edition=DAT70-2018"));

        Map<String, String> pages = pages();
        try (Browser browser = new Browser(product)) {
            PageCheck check = new PageCheck(browser);
            gate(browser, check);
            for (String person : PEOPLE) {
                browser.signIn(person);
                pages.forEach((page, query) -> {
                    Set<String> states = new LinkedHashSet<>();
                    states.add(things.withReal(query));
                    states.add(things.withUnknown(query));
                    states.addAll(more.getOrDefault(page, List.of()));
                    states.forEach(state -> visit(browser, check, person, page, state));
                });
            }
        }
        Set<String> never = new TreeSet<>(pages.keySet());
        never.removeAll(visited);
        never.removeAll(NO_PAGE);
        never.remove("detection/profile.xhtml"); // there is none until one is proposed: DetectionProfilesIT
        never.removeIf(page -> page.matches(".*/(download|later-time|file|pdf|csv|evidence|attachment|text)\\.xhtml"));
        assertEquals("", String.join("\n", troubles));
        assertEquals(Set.of(), never, "pages nobody came to");
    }

    private void visit(Browser browser, PageCheck check, String person, String page, String query) {
        String address = page + "?" + encoded(query);
        String key = page + " " + (page.matches("(home|search|transfer/numbers)\\.xhtml") ? person : query);
        if (NO_PAGE.contains(page) || visited.contains(key) || !isPage(browser, page, address)) {
            return;
        }
        browser.go(address);
        visited.add(key);
        visited.add(page);
        troubles.addAll(check.everything(person + " " + address));
        List<String> dialogs = browser.driver().findElements(By.cssSelector("dialog[data-id]")).stream()
                .map(dialog -> dialog.getDomAttribute("data-id"))
                .toList();
        for (String dialog : dialogs) {
            if (("keys".equals(dialog) && !page.startsWith("home"))
                    || browser.driver()
                            .findElements(By.cssSelector("[data-opens='" + dialog + "']"))
                            .isEmpty()) {
                continue;
            }
            String open = "dialog[data-id='" + dialog + "']";
            browser.driver().executeScript("document.querySelector(arguments[0]).showModal()", open);
            troubles.addAll(check.accessible(person + " " + address + " " + dialog, open));
            browser.driver().executeScript("document.querySelector(arguments[0]).close()", open);
        }
    }

    /** Whether the address answers this person with that page itself, not with a file, a refusal or another page. */
    private static boolean isPage(Browser browser, String page, String address) {
        return Boolean.TRUE.equals(browser.driver()
                .executeAsyncScript(
                        "const done = arguments[arguments.length - 1]; const stop = new AbortController();fetch('/' +"
                                + " arguments[0], {signal: stop.signal}).then(r => { const found = r.status === 200 &&"
                                + " r.url.includes('/' + arguments[1]) && (r.headers.get('content-type') ||"
                                + " '').startsWith('text/html'); stop.abort(); done(found); }).catch(() => done(false))",
                        address,
                        page));
    }

    /** Before anybody has signed in, after a refusal, and where there is nothing. */
    private void gate(Browser browser, PageCheck check) {
        browser.go("home.xhtml");
        troubles.addAll(check.everything("sign-in"));
        browser.signIn("nobody", "wrong");
        browser.see(By.cssSelector("[role=alert]"));
        troubles.addAll(check.everything("sign-in refused"));
        browser.signIn("wang");
        browser.go("nowhere.xhtml");
        troubles.addAll(check.everything("404"));
        browser.go("audit/log.xhtml");
        troubles.addAll(check.everything("403"));
        browser.go("home.xhtml");
        drawer(browser, check);
        browser.signIn("audit");
        browser.go("audit/log.xhtml").see(By.id("check:verify"));
        browser.driver().manage().deleteAllCookies();
        browser.click(By.id("check:verify")).see(By.id("again-password"));
        troubles.addAll(check.accessible("sign-in again", "#over"));
    }

    /** Under 768 px the menu is a drawer behind a button. */
    private static void drawer(Browser browser, PageCheck check) {
        check.window(390, 844);
        WebElement menu = browser.driver().findElement(By.id("menu"));
        assertFalse(menu.isDisplayed());
        browser.click(By.cssSelector(".burger"));
        assertTrue(menu.isDisplayed());
        assertEquals("true", browser.see(By.cssSelector(".burger")).getDomAttribute("aria-expanded"));
        browser.picture("62-drawer");
        check.windowAsItWas();
        assertTrue(menu.isDisplayed());
    }

    @Test
    @DisplayName("清单编号页：管理员预览并保存规则，坏规则说明原因；窗口看到每个编号的去向")
    void list_numbers_are_explained_and_their_rule_is_seen_before_it_counts() {
        try (Browser browser = new Browser(product)) {
            browser.signIn("admin").go("transfer/numbers.xhtml?organization=WB");
            By pattern = By.id("rule:pattern");
            browser.see(pattern).clear();
            browser.see(pattern).sendKeys("YJ-{window}-{serial:5}-{year}");
            browser.click(By.id("rule:preview")).read("YJ-WB-0").picture("63-number-rule");
            browser.see(pattern).clear();
            browser.see(pattern).sendKeys("{window}-{serial:4}");
            browser.click(By.id("rule:save")).see(By.cssSelector(".messages .notice.red"));
            assertEquals(
                    "{window}-{year}-{serial:4}",
                    Rest.json(Rest.as(product, "admin").get("list-number-rules/WB"))
                            .getString("pattern"));

            String list = Rest.json(walk.window.post("transfer-lists", "{\"agency\":\"MZ\"}"))
                    .getJsonObject("row")
                    .getString("number");
            walk.act(walk.window, list, "withdrawal", "{}");
            browser.signIn("li").go("transfer/numbers.xhtml");
            browser.read(list).read("编号保留不重用").read("编号连续").picture("64-list-numbers");
        }
    }

    private static Map<String, String> pages() {
        try (InputStream in = PagesIT.class.getResourceAsStream("/isolation/pages.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(";", 3))
                    .collect(
                            Collectors.toMap(part -> part[0], part -> part[2], (one, same) -> one, LinkedHashMap::new));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static String encoded(String query) {
        return Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.substring(0, part.indexOf('=') + 1)
                        + URLEncoder.encode(part.substring(part.indexOf('=') + 1), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
