// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.zip;

import java.io.IOException;
import java.util.Set;
import org.guidang.detection.core.Examination;
import org.guidang.detection.core.FileExaminer;
import org.guidang.packaging.core.zip.ZipGuard;
import org.guidang.packaging.core.zip.ZipLimits;

/** Examines a zip of any content: structure, names, limits, every octet read. */
public final class ZipExaminer implements FileExaminer {

    @Override
    public Set<String> formats() {
        return Set.of("zip", "asic");
    }

    @Override
    public void examine(Examination examination) throws IOException {
        long octets = new ZipGuard(examination::report).examine(examination.path(), ZipLimits.UNKNOWN_FILE);
        examination.cover(octets + " octets of zip content read");
    }
}
