// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.guidang.detection.core.FileResult;
import org.guidang.detection.core.virus.VirusScanner;
import org.guidang.shared.Outcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmittedFileForPeopleTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("没有查毒的文件不算检查合格")
    void a_file_nobody_scanned_has_not_passed() throws Exception {
        Path text = Files.writeString(folder.resolve("a.txt"), "请补第二页\n");
        FileResult seen = new SubmittedFile().examine(text, "a.txt", null, Instant.EPOCH, VirusScanner.absent());
        assertEquals(Outcome.PASSED, seen.outcome());
        assertEquals(Outcome.INDETERMINATE, SubmittedFile.forPeople(seen));
    }
}
