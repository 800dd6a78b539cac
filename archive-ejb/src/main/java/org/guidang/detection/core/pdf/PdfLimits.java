// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.pdf;

import com.itextpdf.kernel.pdf.MemoryLimitsAwareHandler;
import com.itextpdf.kernel.pdf.ReaderProperties;

/**
 * How much the library itself may inflate and keep. It holds its limits for streams filtered more than once only, the
 * usual bomb; {@link ObjectStreamBombs} and {@link PdfStreams} see to the others.
 */
final class PdfLimits extends MemoryLimitsAwareHandler {

    private static final int LARGEST_STREAM = 32 << 20;
    private static final long LARGEST_SUM = 512L << 20;

    /** Ours: objects in the cross-reference. */
    static final int MOST_OBJECTS = 1_000_000;

    PdfLimits() {
        setMaxSizeOfSingleDecompressedPdfStream(LARGEST_STREAM);
        setMaxSizeOfDecompressedPdfStreamsSum(LARGEST_SUM);
        setMaxNumberOfElementsInXrefStructure(MOST_OBJECTS);
    }

    static ReaderProperties properties() {
        return new ReaderProperties().setMemoryLimitsAwareHandler(new PdfLimits());
    }

    @Override
    public MemoryLimitsAwareHandler createNewInstance() {
        return new PdfLimits();
    }
}
