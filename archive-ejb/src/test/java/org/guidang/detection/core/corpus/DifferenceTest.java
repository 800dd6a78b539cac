// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.guidang.detection.DetectionReport;
import org.guidang.detection.Difference;
import org.guidang.detection.Phase;
import org.guidang.shared.Outcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DifferenceTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("窗口与机构的检测结果可比较")
    void window_and_agency_differ_only_where_the_package_does() throws IOException {
        DetectionReport window = Samples.report("good", Phase.ARCHIVING, folder);
        DetectionReport agency = Samples.report("GD-2-4_applicant-empty", Phase.RECEIPT, folder);

        List<Difference> differences = Difference.between(window, agency);

        // YJ-3-9 (DA/T 47) is an item the window does not have.
        assertEquals(
                List.of("YJ-2-4", "YJ-3-9"),
                differences.stream().map(Difference::code).toList());
        assertEquals(Outcome.PASSED, differences.get(0).earlier());
        assertEquals(Outcome.FAILED, differences.get(0).later());
        assertEquals(1, differences.get(0).added().size());
        assertEquals(0, differences.get(0).gone().size());
    }

    @Test
    @DisplayName("第 2 版补正后，先前的问题写作已消除")
    void a_corrected_version_differs_by_what_was_wrong_with_the_first() throws IOException {
        DetectionReport first = Samples.report("GD-2-4_applicant-empty", Phase.ARCHIVING, folder);
        DetectionReport second = Samples.report("good", Phase.ARCHIVING, folder);

        List<Difference> differences = Difference.between(first, second);

        assertEquals(
                List.of("GD-2-4"), differences.stream().map(Difference::code).toList());
        assertEquals(Outcome.FAILED, differences.get(0).earlier());
        assertEquals(Outcome.PASSED, differences.get(0).later());
        assertEquals(1, differences.get(0).gone().size());
        assertEquals(0, differences.get(0).added().size());
    }

    @Test
    void a_report_does_not_differ_from_itself() throws IOException {
        DetectionReport report = Samples.report("good", Phase.ARCHIVING, folder);

        assertEquals(List.of(), Difference.between(report, report));
    }
}
