// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.guidang.seal.core.Suite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealSettingsTest {

    @Test
    void without_configuration_the_demonstration_signs_with_sm2() {
        SealSettings settings = new SealSettings(name -> null, name -> null);
        assertEquals(Suite.SM2_SM3, settings.suite());
        assertTrue(settings.demonstration());
        assertEquals(List.of(), settings.authorities());
        assertEquals(Duration.ofHours(4), settings.limit());
        assertEquals(0, settings.keyPassword().length);
    }

    @Test
    void properties_win_over_variables_and_the_password_is_the_first_line(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("pin");
        Files.writeString(file, "口令 1\nsecond line");
        Map<String, String> properties = Map.of("guidang.suite", "RSA_SHA256", "guidang.demonstration", "off");
        Map<String, String> variables = Map.of(
                "GUIDANG_SUITE", "ECDSA_SHA256",
                "GUIDANG_TSA", "http://a/tsa  http://b/tsa",
                "GUIDANG_TSA_LIMIT", "PT5S",
                "GUIDANG_KEYS_PASSWORD_FILE", file.toString());
        SealSettings settings = new SealSettings(properties::get, variables::get);
        assertEquals(Suite.RSA_SHA256, settings.suite());
        assertFalse(settings.demonstration());
        assertEquals(List.of(URI.create("http://a/tsa"), URI.create("http://b/tsa")), settings.authorities());
        assertEquals(Duration.ofSeconds(5), settings.limit());
        assertArrayEquals("口令 1".toCharArray(), settings.keyPassword());
    }
}
