// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.guidang.detection.core.issuing.DataCertificateExaminer;
import org.guidang.detection.core.issuing.IssuingRecordExaminer;
import org.guidang.detection.core.media.BmpExaminer;
import org.guidang.detection.core.media.GifExaminer;
import org.guidang.detection.core.media.JpegExaminer;
import org.guidang.detection.core.media.MatroskaExaminer;
import org.guidang.detection.core.media.Mp3Examiner;
import org.guidang.detection.core.media.Mp4Examiner;
import org.guidang.detection.core.media.PngExaminer;
import org.guidang.detection.core.media.RiffExaminer;
import org.guidang.detection.core.media.TiffExaminer;
import org.guidang.detection.core.ofd.OfdExaminer;
import org.guidang.detection.core.office.OleExaminer;
import org.guidang.detection.core.office.OoxmlExaminer;
import org.guidang.detection.core.pdf.PdfExaminer;
import org.guidang.detection.core.signature.SignatureExaminers;
import org.guidang.detection.core.xml.TextExaminer;
import org.guidang.detection.core.xml.XmlExaminer;
import org.guidang.detection.core.zip.ZipExaminer;

/** The examiners that come with the product: one list for the server, the command line and the tests. */
public final class StandardExaminers {

    private StandardExaminers() {}

    /** What later domains bring along for files that only they know, by the service loader. */
    private static final List<FileExaminer> FURTHER =
            ServiceLoader.load(FileExaminer.class, StandardExaminers.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    /** All of them; each is without state and may serve several threads. */
    public static List<FileExaminer> all() {
        List<FileExaminer> content = List.of(
                new OfdExaminer(),
                new PdfExaminer(),
                new JpegExaminer(),
                new PngExaminer(),
                new GifExaminer(),
                new TiffExaminer(),
                new BmpExaminer(),
                new RiffExaminer(),
                new Mp3Examiner(),
                new Mp4Examiner(),
                new MatroskaExaminer(),
                new OoxmlExaminer(),
                new OleExaminer(),
                new XmlExaminer(),
                new IssuingRecordExaminer(),
                new DataCertificateExaminer(),
                new TextExaminer(),
                new ZipExaminer());
        return Stream.of(content, SignatureExaminers.all(), FURTHER)
                .flatMap(List::stream)
                .toList();
    }
}
