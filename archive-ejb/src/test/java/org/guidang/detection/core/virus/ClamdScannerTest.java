// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.virus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.guidang.detection.core.virus.VirusScanner.Clean;
import org.guidang.detection.core.virus.VirusScanner.Infected;
import org.guidang.detection.core.virus.VirusScanner.NotExecuted;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClamdScannerTest {

    /** Put together here, so that no scanner on a developer's machine takes this file for an infected one. */
    private static final byte[] EICAR = ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-"
                    + "ANTIVIRUS-TEST-FILE!$H+H*")
            .getBytes(StandardCharsets.US_ASCII);

    private static InputStream in(byte[] octets) {
        return new ByteArrayInputStream(octets);
    }

    @Test
    @DisplayName("真实的 clamd 查出 EICAR，正常文件判为无毒")
    void a_real_daemon_finds_the_test_string_and_passes_clean_octets() {
        ClamdScanner scanner = Clamd.get().scanner();

        Infected infected = assertInstanceOf(Infected.class, scanner.scan(in(EICAR), EICAR.length));
        assertTrue(infected.signature().contains("EICAR"), infected.signature());
        byte[] clean = new byte[1_500_000];
        assertEquals(new Clean(), scanner.scan(in(clean), clean.length));
        assertTrue(scanner.engine().orElseThrow().name().startsWith("ClamAV"));
    }

    @Test
    @DisplayName("超过杀毒软件上限的文件不算无毒")
    void what_is_longer_than_the_limit_is_not_executed() {
        ClamdScanner knows = Clamd.get().scanner();
        byte[] large = new byte[(int) Clamd.LIMIT + 1];
        assertEquals(
                new NotExecuted("detection.virus.too-large", String.valueOf(Clamd.LIMIT)),
                knows.scan(in(large), large.length));

        // Told a limit above the daemon's own, we learn from its last words.
        ClamdScanner mistaken = ClamdScanner.at(Clamd.get().address(), 64L * 1024 * 1024);
        NotExecuted refused =
                assertInstanceOf(NotExecuted.class, mistaken.scan(in(new byte[8 * 1024 * 1024]), 8 * 1024 * 1024));
        assertTrue(
                refused.reason().equals("detection.virus.too-large")
                        || refused.reason().equals("detection.virus.odd-answer"),
                refused.toString());
    }

    @Test
    @DisplayName("杀毒软件不在时不算无毒")
    void an_absent_daemon_is_no_verdict() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        ClamdScanner scanner = ClamdScanner.at("127.0.0.1:" + port, 1000);

        assertEquals(
                "detection.virus.no-answer",
                assertInstanceOf(NotExecuted.class, scanner.scan(in(EICAR), EICAR.length))
                        .reason());
        assertTrue(scanner.engine().isEmpty());
        assertEquals(
                "detection.virus.no-scanner",
                assertInstanceOf(NotExecuted.class, VirusScanner.absent().scan(in(EICAR), EICAR.length))
                        .reason());
    }

    @Test
    @DisplayName("杀毒软件长时间不应答时放弃，不算无毒")
    void a_daemon_that_never_answers_is_given_up() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            ClamdScanner scanner = new ClamdScanner(
                    new InetSocketAddress(silent.getInetAddress(), silent.getLocalPort()),
                    1000,
                    Duration.ofMillis(300));

            assertEquals(
                    "detection.virus.no-answer",
                    assertInstanceOf(NotExecuted.class, scanner.scan(in(EICAR), EICAR.length))
                            .reason());
        }
    }

    @Test
    @DisplayName("只有“stream: OK”一字不差才算无毒")
    void only_the_exact_words_are_clean() {
        assertEquals(new Clean(), ClamdScanner.verdict("stream: OK"));
        for (String other : new String[] {
            "", "OK", "stream: OK ", "stream: ok", "stream:OK", "stream: OK FOUND?", "other: OK", "stream: x ERROR"
        }) {
            assertTrue(!(ClamdScanner.verdict(other) instanceof Clean), other);
        }
        assertEquals(new Infected("A.B-1"), ClamdScanner.verdict("stream: A.B-1 FOUND"));
        assertEquals(
                "detection.virus.too-large",
                assertInstanceOf(NotExecuted.class, ClamdScanner.verdict("INSTREAM size limit exceeded. ERROR"))
                        .reason());
    }

    @Test
    void the_version_tells_the_age_of_the_signatures_or_nothing() {
        assertEquals(
                Instant.parse("2025-09-01T08:30:00Z"),
                ClamdScanner.engineOf("ClamAV 1.4.3/27700/Mon Sep  1 08:30:00 2025")
                        .signaturesFrom());
        assertNull(ClamdScanner.engineOf("ClamAV 1.4.3").signaturesFrom());
    }
}
