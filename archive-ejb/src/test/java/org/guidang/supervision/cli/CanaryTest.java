// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.supervision.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.guidang.detection.core.preview.Canary;
import org.guidang.detection.core.preview.Runaway;
import org.guidang.seal.core.revocation.OpenSslAuthority;
import org.guidang.seal.core.revocation.OpenSslAuthority.Kind;
import org.guidang.shared.core.Corpus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading hostile files fetches nothing from anywhere (trust.md A-58): no connection, no look-up of a name. */
class CanaryTest {

    private static final List<String> FAMILIES = List.of(
            "01-ofd",
            "02-pdf",
            "03-media",
            "04-office",
            "05-xml-attacks",
            "06-zip-attacks",
            "07-polyglot",
            "13-cms",
            "14-virus");

    @TempDir
    Path folder;

    private Path made;
    private Path anchors;

    @BeforeEach
    void folders() throws Exception {
        made = Files.createDirectory(folder.resolve("made"));
        anchors = Files.createDirectory(folder.resolve("anchors"));
    }

    private void make(Canary canary) throws Exception {
        OpenSslAuthority authority = new OpenSslAuthority(Kind.SM2, folder.resolve("authority"));
        new CanaryFiles(made, canary.address(), authority).write();
        Files.writeString(
                anchors.resolve("root.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(authority.root().getEncoded())
                        + "\n-----END CERTIFICATE-----\n",
                StandardCharsets.US_ASCII);
    }

    private WatchedProcess.Seen examine(List<String> options, List<Path> what) throws Exception {
        List<String> words = new ArrayList<>(List.of("examine", "--json", "--stage", "GD"));
        words.addAll(List.of("--anchors", anchors.toString()));
        words.addAll(options);
        what.forEach(path -> words.add(path.toString()));
        return WatchedProcess.run(folder, Archivectl.class, words);
    }

    private static long files(List<Path> folders) throws Exception {
        long count = 0;
        for (Path each : folders) {
            try (Stream<Path> all = Files.walk(each)) {
                count += all.filter(Files::isRegularFile).count();
            }
        }
        return count;
    }

    @Test
    @DisplayName("金丝雀：恶意样本与处处指向它的文件，检测全程零外联、零域名查询")
    void examining_hostile_files_reaches_nobody() throws Exception {
        try (Canary canary = new Canary()) {
            make(canary);
            List<Path> all = new ArrayList<>(List.of(made));
            FAMILIES.forEach(family -> all.add(Corpus.root().resolve(family)));
            WatchedProcess.Seen seen = examine(List.of(), all);
            assertEquals(List.of(), seen.calls());
            assertEquals(List.of(), canary.knocks());
            assertEquals(1, seen.exit(), "some failed, none was our fault");
            assertEquals(files(all), seen.lines().size());
            System.out.println("canary: " + seen.lines().size() + " files, system calls "
                    + (seen.watched() ? "watched" : "NOT watched, strace is missing"));
        }
    }

    @Test
    @DisplayName("对照：同样的文件，允许联网即被看见；直接外联的程序也被看见")
    void whoever_does_connect_is_seen() throws Exception {
        try (Canary canary = new Canary()) {
            make(canary);
            WatchedProcess.Seen online = examine(List.of("--online=127.0.0.1:" + canary.port()), List.of(made));
            assertFalse(canary.knocks().isEmpty(), "the addresses in these files are real ones");
            assertTrue(!online.watched() || !online.calls().isEmpty());
            assertEquals(files(List.of(made)), online.lines().size());
            int before = canary.knocks().size();
            WatchedProcess.Seen runaway =
                    WatchedProcess.run(folder, Runaway.class, List.of(String.valueOf(canary.port())));
            assertTrue(canary.knocks().size() > before);
            if (runaway.watched()) {
                assertTrue(
                        runaway.calls().stream().anyMatch(call -> call.contains("htons(" + canary.port() + ")")),
                        "the connection itself");
                assertTrue(
                        runaway.calls().stream().anyMatch(call -> call.contains("htons(53)")), "the look-up of a name");
            }
        }
    }
}
