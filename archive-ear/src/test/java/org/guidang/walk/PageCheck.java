// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Looks at the page that is shown as a person with little sight, small hands or a small window would: axe without serious
 * findings in light and dark, targets of 24 px, nothing wider than the window, nothing over another thing, nothing cut.
 * Everything found is told; nothing is thrown.
 */
final class PageCheck {

    /** Widths and heights in CSS pixels; the last but one is 1366 × 768 at 200 %. */
    private static final int[][] WINDOWS = {{1366, 768}, {1920, 1080}, {683, 384}, {390, 844}};

    private static final String AXE = resource("/axe.min.js");

    private static final String SERIOUS = """
            const done = arguments[arguments.length - 1];
            axe.run(arguments[0] ? document.querySelector(arguments[0]) : document,
                {resultTypes: ['violations'], elementRef: false,
                 ...(arguments[1] ? {runOnly: {type: 'rule', values: [arguments[1]]}} : {rules: {'target-size': {enabled: true}}})})
              .then(result => done(result.violations
                .filter(found => found.impact === 'serious' || found.impact === 'critical')
                .map(found => found.id + ' (' + found.impact + '): ' + found.nodes.slice(0, 4).map(node => node.target.join(' ') + ' ' + (node.any[0] ? node.any[0].message : '')).join(' | '))))
              .catch(broken => done(['axe: ' + broken]));
            """;

    private static final String LAYOUT = """
            const troubles = [];
            const wide = document.documentElement.clientWidth;
            const name = each => each.tagName.toLowerCase() + (each.id ? '#' + each.id : '') + (each.className && each.className.split ? '.' + each.className.split(/\\s+/).join('.') : '')
                + ' "' + (each.textContent || '').trim().replace(/\\s+/g, ' ').slice(0, 30) + '"';
            const framed = each => { for (let at = each.parentElement; at && at !== document.body; at = at.parentElement) {
                const how = getComputedStyle(at); if (/auto|scroll|hidden|clip/.test(how.overflowX) || how.position === 'fixed') return true; } return false; };
            const seen = each => each.checkVisibility && each.checkVisibility({visibilityProperty: true}) && !each.closest('.unseen, .skip, option, template');
            if (document.documentElement.scrollWidth > wide + 1) {
                const out = [...document.querySelectorAll('body *')].filter(each => seen(each) && each.getBoundingClientRect().right > wide + 1 && !framed(each));
                troubles.push('wider than the window by ' + (document.documentElement.scrollWidth - wide) + ': ' + out.slice(-3).map(name).join(' | '));
            }
            const reach = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')].filter(seen);
            const shown = each => { let {left, top, right, bottom} = each.getBoundingClientRect();
                for (let at = each.parentElement; at && at !== document.body; at = at.parentElement) {
                    const how = getComputedStyle(at); if (how.overflowX === 'visible' && how.overflowY === 'visible') continue;
                    const frame = at.getBoundingClientRect();
                    left = Math.max(left, frame.left); top = Math.max(top, frame.top); right = Math.min(right, frame.right); bottom = Math.min(bottom, frame.bottom);
                } return {left, top, right, bottom}; };
            const boxes = reach.map(shown);
            for (let one = 0; one < reach.length; one++) {
                for (let other = one + 1; other < reach.length; other++) {
                    if (reach[one].contains(reach[other]) || framed(reach[one]) !== framed(reach[other])) continue;
                    const a = boxes[one], b = boxes[other];
                    if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2) {
                        troubles.push('over each other: ' + name(reach[one]) + ' and ' + name(reach[other]));
                    }
                }
            }
            document.querySelectorAll('td, th, .button, .ui-button, h1, h2, .lamp, .box, .queue').forEach(each => {
                if (seen(each) && each.clientWidth > 0 && each.scrollWidth > each.clientWidth + 1) { troubles.push('cut or spilling by ' + (each.scrollWidth - each.clientWidth) + ': ' + name(each)); }
            });
            return troubles.slice(0, 8);
            """;

    private final ChromeDriver driver;

    PageCheck(Browser browser) {
        this.driver = browser.driver();
    }

    /** Everything about the whole page, in all windows. */
    List<String> everything(String what) {
        List<String> troubles = new ArrayList<>();
        axe(what, null, troubles);
        for (int[] window : WINDOWS) {
            window(window[0], window[1]);
            layout(what + " at " + window[0], troubles);
        }
        tell(what + " at 390", troubles, serious(null, "target-size"));
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        return troubles;
    }

    /** What axe says about a part of the page, or the page. */
    List<String> accessible(String what, String part) {
        List<String> troubles = new ArrayList<>();
        axe(what, part, troubles);
        return troubles;
    }

    /** Shows the page in a window of that inner size until the next check. */
    void window(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    void windowAsItWas() {
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    private void axe(String what, String part, List<String> troubles) {
        if (!Boolean.TRUE.equals(driver.executeScript("return !!window.axe"))) {
            driver.executeScript(AXE);
        }
        scheme("light");
        tell(what, troubles, serious(part, null));
        scheme("dark");
        tell(what + " in the dark", troubles, serious(part, "color-contrast"));
        scheme("light");
    }

    private void scheme(String value) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", value),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    private List<?> serious(String part, String rule) {
        return (List<?>) driver.executeAsyncScript(SERIOUS, part, rule);
    }

    private void layout(String what, List<String> troubles) {
        tell(what, troubles, (List<?>) driver.executeScript(LAYOUT));
    }

    private static void tell(String what, List<String> troubles, List<?> found) {
        found.forEach(each -> troubles.add(what + ": " + each));
    }

    private static String resource(String name) {
        try (InputStream in = PageCheck.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
