// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.guidang.detection.DetectionReport;
import org.guidang.detection.Phase;
import org.guidang.detection.core.corpus.Samples;
import org.guidang.packaging.core.PackageReader;
import org.guidang.packaging.core.PackageView;
import org.guidang.transfer.RoundDifference;
import org.guidang.transfer.RoundDifference.Point;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundComparisonTest {

    private static final String BAD = "GD-2-4_applicant-empty";

    @TempDir
    Path folder;

    @Test
    @DisplayName("退回件再次移交：已解决的问题、改动的元数据逐项列出，未动的文件不列")
    void what_was_mended_is_fixed_and_the_mended_item_is_named() throws IOException {
        RoundDifference difference = between(report(BAD, Phase.RECEIPT), BAD, report("good", Phase.ARCHIVING), "good");

        assertEquals(
                List.of("YJ-2-4"),
                codes(difference.fixed()).stream().filter("YJ-2-4"::equals).toList());
        assertTrue(codes(difference.added()).stream().noneMatch("GD-2-4"::equals), () -> "" + difference.added());
        assertEquals(1, difference.metadata().size(), () -> "" + difference.metadata());
        assertEquals("", difference.metadata().get(0).earlier());
        assertTrue(!difference.metadata().get(0).later().isEmpty());
        assertTrue(difference.unchangedFiles() > 0);
        assertEquals(List.of(), difference.files());
    }

    @Test
    @DisplayName("未补正的仍不合格，补正带来的问题写作新出现")
    void what_was_not_mended_remains_and_what_broke_is_new() throws IOException {
        DetectionReport bad = report(BAD, Phase.ARCHIVING);
        RoundDifference same = between(bad, BAD, bad, BAD);
        assertEquals(List.of(), same.fixed());
        assertEquals(List.of(), same.added());
        assertTrue(codes(same.remaining()).contains("GD-2-4"));
        assertEquals(List.of(), same.metadata());

        RoundDifference worse = between(report("good", Phase.ARCHIVING), "good", bad, BAD);
        assertTrue(codes(worse.added()).contains("GD-2-4"));
        assertEquals(List.of(), codes(worse.fixed()));
    }

    @Test
    void without_a_report_nothing_is_said_about_findings() throws IOException {
        RoundDifference difference = between(null, "good", null, "good");
        assertEquals(List.of(), difference.fixed());
        assertEquals(List.of(), difference.remaining());
        assertEquals(null, difference.laterReport());
    }

    private RoundDifference between(DetectionReport first, String one, DetectionReport second, String other)
            throws IOException {
        try (PackageView earlier = PackageReader.open(zip(one));
                PackageView later = PackageReader.open(zip(other))) {
            return RoundComparison.between(
                    new RoundComparison.Round(1, earlier, first), new RoundComparison.Round(2, later, second));
        }
    }

    private Path zip(String name) throws IOException {
        Path room = Files.createTempDirectory(folder, "package");
        Samples.report(name, Phase.ARCHIVING, room);
        return room.resolve(name + ".zip");
    }

    private DetectionReport report(String name, Phase phase) throws IOException {
        return Samples.report(name, phase, Files.createTempDirectory(folder, "report"));
    }

    private static List<String> codes(List<Point> points) {
        return points.stream().map(Point::code).distinct().toList();
    }
}
