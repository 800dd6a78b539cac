// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A clerk signs in with a browser. */
@OnProduct
@Tag("once")
class FirstPageIT {

    @Test
    void clerk_signs_in_and_sees_the_desk() throws Exception {
        try (Browser browser = new Browser(Product.shared())) {
            browser.go("home.xhtml").picture("00-sign-in");
            browser.signIn("wang").read("王敏");
            assertTrue(Files.size(browser.picture("01-desk")) > 10_000);
        }
    }
}
