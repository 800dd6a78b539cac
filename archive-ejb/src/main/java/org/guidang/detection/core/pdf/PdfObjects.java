// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.pdf;

import com.itextpdf.io.exceptions.IOException;
import com.itextpdf.kernel.exceptions.PdfException;
import com.itextpdf.kernel.pdf.PdfArray;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.guidang.shared.Characteristic;

/**
 * Walks all objects of a file, those nothing leads to as well, without recursion, and shows each dictionary to those
 * who look for something: hidden places are where things are hidden.
 */
final class PdfObjects {

    /** Ours: dictionaries and arrays inside one object. */
    private static final int MOST_INSIDE = 2_000_000;

    /** Looks at one dictionary, stream dictionaries included. */
    interface Visitor {
        void visit(PdfDictionary dictionary, String place);
    }

    private final PdfDocument document;
    private final PdfReport report;

    PdfObjects(PdfDocument document, PdfReport report) {
        this.document = document;
        this.report = report;
    }

    void walk(List<Visitor> visitors) {
        int objects = document.getNumberOfPdfObjects();
        int damaged = 0;
        for (int number = 1; number < objects && !Thread.currentThread().isInterrupted(); number++) {
            try {
                PdfObject object = document.getPdfObject(number);
                if (object != null) {
                    walk(object, "object " + number, visitors);
                }
            } catch (PdfException | IOException | ClassCastException | NullPointerException unreadable) {
                damaged++;
            }
        }
        if (damaged > 0) {
            report.warning("pdf.objects.damaged", Characteristic.INTEGRITY, "", "0", damaged);
        }
    }

    private static void walk(PdfObject object, String place, List<Visitor> visitors) {
        Deque<PdfObject> open = new ArrayDeque<>();
        open.add(object);
        for (int seen = 0; !open.isEmpty() && seen < MOST_INSIDE; seen++) {
            PdfObject next = open.poll();
            // Only what is written inside; what is referred to has its own turn.
            if (next instanceof PdfDictionary dictionary) {
                visitors.forEach(visitor -> visitor.visit(dictionary, place));
                dictionary.keySet().forEach(key -> add(open, dictionary.get(key, false)));
            } else if (next instanceof PdfArray array) {
                for (int i = 0; i < array.size(); i++) {
                    add(open, array.get(i, false));
                }
            }
        }
    }

    private static void add(Deque<PdfObject> open, PdfObject object) {
        if (object instanceof PdfDictionary || object instanceof PdfArray) {
            open.add(object);
        }
    }
}
