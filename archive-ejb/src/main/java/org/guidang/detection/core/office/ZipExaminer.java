// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.office;

import java.io.IOException;
import java.util.Enumeration;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.guidang.detection.core.Examination;
import org.guidang.detection.core.FileExaminer;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/** A zip inside a record is refused by the list of formats; here it is told whether a scanner could look into it. */
public final class ZipExaminer implements FileExaminer {

    private static final int MOST_PARTS = 100_000;

    @Override
    public Set<String> formats() {
        return Set.of("zip", "jar", "epub");
    }

    @Override
    public void examine(Examination examination) {
        try (ZipFile zip = ZipFile.builder().setPath(examination.path()).get()) {
            Enumeration<ZipArchiveEntry> parts = zip.getEntries();
            for (int seen = 0; parts.hasMoreElements() && seen < MOST_PARTS; seen++) {
                ZipArchiveEntry part = parts.nextElement();
                if (part.getGeneralPurposeBit().usesEncryption()) {
                    examination.report(
                            Finding.failed("archive.encrypted", Characteristic.SECURITY, "detection.office.encrypted")
                                    .at(part.getName()));
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            examination.report(Finding.failed("archive.broken", Characteristic.INTEGRITY, "detection.office.broken")
                    .expecting("", broken.getMessage()));
        }
    }
}
