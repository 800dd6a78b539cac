// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/**
 * A person before the browser who has no mouse. Goes from thing to thing with Tab, as the page orders them, and looks at
 * each stop whether the focus can be seen.
 */
final class Keyboard {

    private static final int MOST_STOPS = 200;

    private static final String STOP = """
            const at = document.activeElement;
            if (!at || at === document.body) return '';
            const how = getComputedStyle(at);
            const seen = how.outlineStyle !== 'none' && parseFloat(how.outlineWidth) >= 2;
            return (at.id || '') + '\\u0001' + (at.getAttribute('aria-label') || at.textContent || at.value || '').trim().replace(/\\s+/g, ' ')
                + '\\u0001' + (seen ? 'seen' : 'unseen') + '\\u0001' + at.outerHTML.slice(0, 120);
            """;

    private final Browser browser;

    Keyboard(Browser browser) {
        this.browser = browser;
    }

    void signIn(String userName) {
        browser.driver().manage().deleteAllCookies();
        browser.go("home.xhtml").see(By.name("j_username"));
        browser.until(() -> stop()[0].equals("user"));
        press(userName, Keys.TAB, "Guidang-2026", Keys.ENTER);
        browser.see(By.id("find"));
    }

    /** Out by the menu under the name. */
    void signOut() {
        tabTo("summary", true);
        press(Keys.ENTER);
        toWords("退出登录");
        press(Keys.ENTER);
        browser.see(By.name("j_username"));
    }

    /** Opens what a number names by the box at the top. */
    void find(String number) {
        press("/");
        browser.until(() -> stop()[0].equals("find"));
        press(number, Keys.ENTER);
    }

    /** Tab until the thing with that id has the focus. */
    Keyboard to(String id) {
        browser.see(By.id(id));
        return tabTo(id, false);
    }

    /** Tab until a thing with those words has the focus. */
    Keyboard toWords(String words) {
        for (int stops = 0; stops < MOST_STOPS; stops++) {
            String[] at = stop();
            if (at[1].startsWith(words)) {
                return this;
            }
            press(Keys.TAB);
        }
        throw new AssertionError("no Tab leads to " + words);
    }

    private Keyboard tabTo(String id, boolean tag) {
        for (int stops = 0; stops < MOST_STOPS; stops++) {
            String[] at = stop();
            if (tag ? at[3].startsWith("<" + id) : at[0].startsWith(id)) {
                assertTrue("seen".equals(at[2]), "the focus cannot be seen at " + at[3]);
                return this;
            }
            press(Keys.TAB);
        }
        throw new AssertionError("no Tab leads to " + id);
    }

    Keyboard press(CharSequence... keys) {
        for (CharSequence each : keys) {
            new Actions(browser.driver()).sendKeys(each).perform();
        }
        return this;
    }

    /** Id, words, whether the focus is seen, and markup of where the focus is; empty words on the page itself. */
    String[] stop() {
        String said = String.valueOf(browser.driver().executeScript(STOP));
        String[] parts = said.split("\u0001", -1);
        return parts.length == 4 ? parts : new String[] {"", "", "seen", ""};
    }
}
