// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.guidang.shared.Fixity;
import org.guidang.shared.core.FixityMeter;
import org.guidang.storage.StorageException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OcflObjectsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");
    private static final String ID = "urn:guidang:package:WZ-2026-000001";
    private static final byte[] PACKAGE = "the package 归档信息包".getBytes(StandardCharsets.UTF_8);
    private static final byte[] DOCUMENT = "{}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private OcflObjects objects;
    private Path zip;

    @BeforeEach
    void open() throws IOException {
        objects = new OcflObjects(folder);
        zip = Files.write(folder.resolve("one.zip"), PACKAGE);
    }

    @AfterEach
    void close() {
        objects.close();
    }

    @Test
    @DisplayName("入库后读回并核对摘要")
    void what_is_kept_is_read_back_and_is_what_was_given() throws IOException {
        keep(FixityMeter.measure(PACKAGE));
        assertEquals(List.of("holding.json", "package/one.zip"), objects.paths(ID));
        try (InputStream in = objects.open(ID, "package/one.zip")) {
            assertArrayEquals(PACKAGE, in.readAllBytes());
        }
        assertTrue(objects.errors(ID).isEmpty());
        try (Stream<String> ids = objects.ids()) {
            assertEquals(List.of(ID), ids.toList());
        }
    }

    @Test
    void keeping_the_same_again_leaves_one_object_of_one_version() throws IOException {
        keep(FixityMeter.measure(PACKAGE));
        List<String> before = tree();
        keep(FixityMeter.measure(PACKAGE));
        assertEquals(before, tree());
        assertTrue(before.stream().noneMatch(path -> path.contains("/v2")));
    }

    @Test
    void an_object_that_a_stop_left_broken_is_written_anew() throws IOException {
        keep(FixityMeter.measure(PACKAGE));
        Files.write(stored(), "half".getBytes(StandardCharsets.UTF_8));
        assertTrue(objects.errors(ID).orElseThrow().startsWith("E092"));
        keep(FixityMeter.measure(PACKAGE));
        assertTrue(objects.errors(ID).isEmpty());
    }

    @Test
    void octets_other_than_both_parties_signed_are_refused() {
        StorageException refusal = assertThrows(
                StorageException.class, () -> keep(new Fixity(PACKAGE.length, "0".repeat(64), "0".repeat(64))));
        assertEquals("storage.object.not-kept", refusal.key());
    }

    @Test
    void another_opening_of_the_same_folder_finds_the_object() throws IOException {
        keep(FixityMeter.measure(PACKAGE));
        try (OcflObjects again = new OcflObjects(folder)) {
            assertTrue(again.has(ID));
            assertFalse(again.has("urn:guidang:package:WZ-2026-000002"));
        }
    }

    private void keep(Fixity expected) {
        objects.keep(
                ID,
                Map.of("package/one.zip", zip),
                Map.of("holding.json", DOCUMENT),
                Map.of("package/one.zip", expected),
                "接收入库",
                "guidang",
                NOW);
    }

    private Path stored() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("ocfl"))) {
            return all.filter(path -> path.endsWith("package/one.zip"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private List<String> tree() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("ocfl"))) {
            return all.map(Path::toString).sorted().toList();
        }
    }
}
