// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    private static final Instant START = Instant.parse("2026-11-20T04:00:00Z");

    @TempDir
    Path folder;

    @Test
    @DisplayName("启动时清理中断留下的半成品，正在写的和别的文件不动")
    void only_half_written_files_older_than_the_start_are_removed() throws IOException {
        write("old.part", START.minusSeconds(1));
        write("new.part", START);
        write("old.zip", START.minusSeconds(1));
        Files.createDirectory(folder.resolve("folder.part"));
        Files.setLastModifiedTime(folder.resolve("folder.part"), FileTime.from(START.minusSeconds(9)));
        assertEquals(1, Leftovers.sweep(folder, START));
        assertEquals(0, Leftovers.sweep(folder, START));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(
                    List.of("folder.part", "new.part", "old.zip"),
                    left.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    private void write(String name, Instant at) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "half");
        Files.setLastModifiedTime(file, FileTime.from(at));
    }
}
