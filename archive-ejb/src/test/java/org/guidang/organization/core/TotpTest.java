// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    /** Of RFC 6238 appendix B, "12345678901234567890". */
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    @DisplayName("RFC 6238 附录 B 的测试值（取末六位）")
    void codes_are_those_of_the_standard(long second, String eightDigits) {
        assertEquals(eightDigits.substring(2), Totp.code(SECRET, Instant.ofEpochSecond(second)));
    }

    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void base32_is_that_of_rfc_4648_without_padding(String octets, String text) {
        assertEquals(text, Totp.encode(octets.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    @DisplayName("前后各一步有效，再远无效；空格不计")
    void one_step_before_and_after_counts_and_no_more() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = 1_111_111_111 / 30;
        String code = Totp.code(SECRET, now);
        for (int away = -1; away <= 1; away++) {
            assertEquals(OptionalLong.of(step), Totp.stepOf(SECRET, code, now.plusSeconds(30L * away)));
        }
        assertEquals(OptionalLong.empty(), Totp.stepOf(SECRET, code, now.plusSeconds(60)));
        assertEquals(OptionalLong.empty(), Totp.stepOf(SECRET, code, now.minusSeconds(60)));
        assertEquals(OptionalLong.of(step), Totp.stepOf(SECRET, code.substring(0, 3) + " " + code.substring(3), now));
        for (String bad : new String[] {null, "", "05047", "050471 1", "abcdef"}) {
            assertEquals(OptionalLong.empty(), Totp.stepOf(SECRET, bad, now), String.valueOf(bad));
        }
    }

    @Test
    void a_secret_has_160_bits_and_the_address_tells_authenticators_all() {
        String secret = Totp.newSecret();
        assertTrue(secret.matches("[A-Z2-7]{32}"), secret);
        assertNotEquals(secret, Totp.newSecret());
        assertEquals(
                "otpauth://totp/Guidang:zhang%20wei?secret=" + SECRET
                        + "&issuer=Guidang&algorithm=SHA1&digits=6&period=30",
                Totp.address(SECRET, "zhang wei"));
    }
}
