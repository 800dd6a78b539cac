// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.pdf;

import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfObject;
import com.itextpdf.kernel.pdf.PdfStream;
import com.itextpdf.kernel.pdf.PdfString;
import java.util.Locale;
import java.util.Map;
import org.guidang.shared.Characteristic;

/**
 * Actions that run something, send something or fetch something from elsewhere (ISO 32000-2 12.6). A script can change
 * what is shown from one day to the next, so a record with one fails (ours; PDF/A forbids it too); a link only warns.
 * Nothing is followed.
 */
final class PdfActiveContent implements PdfObjects.Visitor {

    private static final Map<String, String> ACTIONS = Map.ofEntries(
            Map.entry("JavaScript", "pdf.action.script"),
            Map.entry("Rendition", "pdf.action.media"),
            Map.entry("RichMediaExecute", "pdf.action.media"),
            Map.entry("Launch", "pdf.action.launch"),
            Map.entry("ImportData", "pdf.action.import"),
            Map.entry("SubmitForm", "pdf.action.submit"),
            Map.entry("GoToR", "pdf.action.other-file"),
            Map.entry("GoToE", "pdf.action.other-file"),
            Map.entry("Thread", "pdf.action.other-file"),
            Map.entry("URI", "pdf.action.link"));

    private final PdfReport report;

    PdfActiveContent(PdfReport report) {
        this.report = report;
    }

    @Override
    public void visit(PdfDictionary dictionary, String place) {
        PdfObject kind = dictionary.get(PdfName.S);
        if (kind instanceof PdfName name && ACTIONS.containsKey(name.getValue())) {
            action(ACTIONS.get(name.getValue()), dictionary, place);
        } else if (dictionary.containsKey(PdfName.JS)) {
            report.failed("pdf.action.script", Characteristic.SECURITY, place, "", "/JS");
        }
        if (dictionary.containsKey(PdfName.XFA)) {
            report.failed("pdf.form.xfa", Characteristic.SECURITY, place, "", "/XFA");
        }
        boolean external = dictionary instanceof PdfStream && dictionary.containsKey(PdfName.F);
        if (external || new PdfName("URL").equals(dictionary.get(PdfName.FS))) {
            report.failed("pdf.stream.external", Characteristic.SECURITY, place, "", target(dictionary));
        }
    }

    private void action(String code, PdfDictionary action, String place) {
        String target = target(action);
        switch (code) {
            case "pdf.action.link" -> link(target, place);
            case "pdf.action.media" -> report.warning(code, Characteristic.SECURITY, place, "", target);
            case "pdf.action.other-file" -> {
                // Inside the same file (Thread without F, GoToE to an attachment) nothing is fetched.
                if (action.containsKey(PdfName.F)) {
                    report.failed(code, Characteristic.SECURITY, place, "", target);
                } else {
                    report.warning(code, Characteristic.SECURITY, place, "", target);
                }
            }
            default -> report.failed(code, Characteristic.SECURITY, place, "", target);
        }
    }

    private void link(String target, String place) {
        String lower = target.strip().toLowerCase(Locale.ROOT);
        boolean hostile = lower.startsWith("javascript:") || lower.startsWith("file:") || lower.startsWith("\\\\");
        if (hostile) {
            report.failed("pdf.action.launch", Characteristic.SECURITY, place, "", target);
        } else {
            report.warning("pdf.action.link", Characteristic.SECURITY, place, "", target);
        }
    }

    private static String target(PdfDictionary action) {
        for (PdfName key : new PdfName[] {PdfName.URI, PdfName.F, PdfName.UF, PdfName.JS}) {
            PdfObject value = action.get(key);
            if (value instanceof PdfDictionary file) {
                value = file.containsKey(PdfName.UF) ? file.get(PdfName.UF) : file.get(PdfName.F);
            }
            if (value instanceof PdfString text) {
                return text.toUnicodeString();
            }
        }
        return "";
    }
}
