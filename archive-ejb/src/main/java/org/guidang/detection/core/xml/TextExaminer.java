// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.xml;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.guidang.detection.core.Examination;
import org.guidang.detection.core.FileExaminer;
import org.guidang.detection.core.FormatDetector;
import org.guidang.detection.core.Identification;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/**
 * Plain text and tables: decoded to the end while identified, in UTF-8. Ours: another charset warns, because nothing in the
 * file says which one it is and a later reader has to guess.
 */
public final class TextExaminer implements FileExaminer {

    private final FormatDetector detector = new FormatDetector();

    @Override
    public Set<String> formats() {
        return Set.of("txt", "csv", "json");
    }

    @Override
    public void examine(Examination examination) throws IOException {
        Optional<Identification> identified = examination.identification();
        String charset = identified.isPresent()
                ? identified.get().charset()
                : detector.detect(examination.path(), examination.name()).charset();
        examination.cover("charset " + charset);
        if (!charset.equals("UTF-8")) {
            examination.report(Finding.warning("text.charset", Characteristic.USABILITY, "detection.text.charset")
                    .expecting("UTF-8", charset));
        }
    }
}
