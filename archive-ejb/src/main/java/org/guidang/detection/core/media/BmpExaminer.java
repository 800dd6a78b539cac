// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.media;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Set;
import org.guidang.detection.core.Examination;
import org.guidang.detection.core.FileExaminer;

/** BMP: header against the length of the file, then decoded. */
public final class BmpExaminer implements FileExaminer {

    @Override
    public Set<String> formats() {
        return Set.of("bmp");
    }

    @Override
    public void examine(Examination examination) throws IOException {
        try (Octets in = new Octets(examination.path())) {
            in.order(ByteOrder.LITTLE_ENDIAN);
            boolean old = in.four(14) == 12;
            long width = old ? in.two(18) : in.four(18);
            long height = old ? in.two(20) : Math.abs((int) in.four(22));
            if (!MediaFindings.pixelsAreSane(examination, width, height)) {
                return;
            }
            long stated = in.four(2);
            if (stated > in.length()) {
                MediaFindings.truncated(examination, stated, in.length());
                return;
            }
            ImageDecoding.decode(examination, "bmp", width, height, false);
            long perMetre = old ? 0 : in.four(38);
            MediaFindings.resolution(examination, Math.max(0, perMetre) * 0.0254);
        }
    }
}
