// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The whole hand-over without a mouse: clerk, archivist and reviewer of the demonstration, from sign-in to the holdings. */
@OnProduct
@Tag("once")
class KeyboardIT {

    private final HandOver walk = new HandOver(Product.shared());

    @Test
    @DisplayName("U-13 全程只用键盘：从登录到双方签字入库")
    void a_case_gets_into_the_holdings_by_keys_alone() {
        JsonObject sample = walk.sampleCase();
        String number = HandOver.newNumber();
        assertEquals(
                201,
                walk.send(sample, number, walk.filesFor(sample, number), number).statusCode());
        try (Browser browser = new Browser(Product.shared())) {
            Keyboard keys = new Keyboard(browser);
            String pack = pack(browser, keys, number);
            String list = offer(browser, keys, pack);
            review(browser, keys, list);
            sign(browser, keys, list);
            browser.read("一方已签字");
            keys.signOut();
            keys.signIn("li");
            keys.find(list);
            browser.see(By.linkText("签字"));
            sign(browser, keys, list);
            browser.read("双方已签字");
            walk.stored(list);
        }
    }

    private String pack(Browser browser, Keyboard keys, String number) {
        keys.signIn("wang");
        keys.press(Keys.TAB);
        assertTrue(keys.stop()[3].contains("class=\"skip\""), "the first stop leads past the menu");
        keys.press(Keys.ENTER);
        browser.until(() -> "content".equals(keys.stop()[0]));
        keys.find(number);
        keys.to("acts:arrange").press(Keys.ENTER);
        browser.read("整理完成");
        keys.to("acts:build").press(Keys.ENTER);
        browser.read("已封装固化");
        String pack = browser.driver()
                .findElement(By.cssSelector("h1 .code"))
                .getText()
                .strip();
        keys.to("run:go").press(Keys.ENTER);
        browser.read("全部检测项");
        keys.signOut();
        return pack;
    }

    private String offer(Browser browser, Keyboard keys, String pack) {
        keys.signIn("li");
        keys.toWords("归档登记").press(Keys.ENTER);
        browser.read("待登记");
        keys.toWords(pack).press(Keys.SPACE);
        keys.to("register:go").press(Keys.ENTER);
        browser.read("已登记");
        keys.toWords("新建移交").press(Keys.ENTER);
        keys.to("scan").press(pack, Keys.ENTER);
        browser.read("收到 1");
        assertEquals("scan", keys.stop()[0], "the box is ready for the next code");
        keys.to("form:go").press(Keys.ENTER);
        keys.to("form:next").press(Keys.ENTER);
        browser.see(By.linkText("下一步"));
        keys.toWords("下一步").press(Keys.ENTER);
        keys.to("form:submit").press(Keys.ENTER);
        browser.until(() -> keys.stop()[3].contains("notice red"));
        keys.to("form:confirmed").press(Keys.SPACE);
        keys.to("form:submit").press(Keys.ENTER);
        browser.read("已提交给");
        String list = browser.driver().getCurrentUrl().replaceAll(".*number=([^&]+).*", "$1");
        keys.signOut();
        return list;
    }

    private void review(Browser browser, Keyboard keys, String list) {
        keys.signIn("zhang");
        keys.find(list);
        keys.to("acts:receive").press(Keys.ENTER);
        browser.read("已接收 " + list);
        walk.tested(list);
        browser.driver().navigate().refresh();
        browser.see(By.cssSelector("[data-key='a']"));
        composing(browser, "r");
        assertFalse(open(browser, "return"), "a key an input method is composing with is no shortcut");
        keys.press("?");
        browser.see(By.id("keys-title"));
        keys.press(Keys.ESCAPE);
        browser.until(() -> !open(browser, "keys"));
        keys.press("r");
        browser.until(() -> open(browser, "return"));
        keys.press(Keys.ESCAPE);
        browser.until(() -> !open(browser, "return"));
        keys.press("a");
        browser.until(() -> "accept:note".equals(keys.stop()[0]));
        keys.press("只用键盘核对").to("accept:go").press(Keys.ENTER);
        browser.read("已通过");
        keys.toWords("结束核对").press(Keys.ENTER);
        keys.to("conclude:go").press(Keys.ENTER);
        browser.read("核对结束");
    }

    private void sign(Browser browser, Keyboard keys, String list) {
        keys.toWords("签字").press(Keys.ENTER);
        browser.see(By.id("form:checked"));
        keys.to("form:checked").press(Keys.SPACE);
        keys.to("form:password").press("Guidang-2026");
        keys.to("form:go").press(Keys.ENTER);
        browser.read(list);
    }

    private static boolean open(Browser browser, String dialog) {
        return Boolean.TRUE.equals(browser.driver()
                .executeScript(
                        "return document.querySelector('dialog[data-id=\"' + arguments[0] + '\"]').open", dialog));
    }

    private static void composing(Browser browser, String key) {
        browser.driver()
                .executeScript(
                        "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: arguments[0], isComposing:"
                                + " true, bubbles: true}))",
                        key);
    }
}
