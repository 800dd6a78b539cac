// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.pdf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.guidang.shared.Characteristic;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

/**
 * A file that claims PDF/A (ISO 19005) is held to its claim by veraPDF. A broken promise warns: what it costs is
 * readability in decades, which the profile's item on long-term formats weighs (DA/T 70-2018), not the record's
 * authenticity. The tool keeps its state per thread, so each file has a thread of its own.
 */
final class ArchivalConformance {

    private static final int MOST_FAILED_CHECKS = 200;
    private static final int MOST_RULES = 20;

    /** Loading the tool costs a second and happens on the first file that needs it. */
    private static final class Tool {

        /** It logs what files say, line by line; our findings say it in our words. Held, or the level is forgotten. */
        private static final Logger LOG = Logger.getLogger("org.verapdf");

        static {
            LOG.setLevel(Level.OFF);
            VeraGreenfieldFoundryProvider.initialise();
        }

        private Tool() {}

        static PDFAParser open(Path path) throws IOException, VeraPDFException {
            return Foundries.defaultInstance().createParser(path.toFile(), PDFAFlavour.NO_FLAVOUR);
        }
    }

    private ArchivalConformance() {}

    /** Reports conformance, each violated rule once, or that the tool failed. */
    static void examine(Path path, PdfReport report) {
        try (PDFAParser parser = Tool.open(path)) {
            PDFAFlavour flavour = parser.getFlavour();
            try (PDFAValidator validator =
                    Foundries.defaultInstance().createValidator(flavour, MOST_FAILED_CHECKS, false, false, false)) {
                report(validator.validate(parser), flavour, report);
            }
        } catch (VeraPDFException | IOException | RuntimeException failed) {
            report.undecided("pdf.archival.not-checked", Characteristic.USABILITY, "", "PDF/A", failed.getMessage());
        }
    }

    private static void report(ValidationResult result, PDFAFlavour flavour, PdfReport report) {
        String claim = "PDF/A-" + flavour.getId();
        if (result.isCompliant()) {
            report.note("pdf.archival.conforms", Characteristic.USABILITY, "", claim);
            return;
        }
        Map<RuleId, TestAssertion> violated = new LinkedHashMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED && violated.size() < MOST_RULES) {
                violated.putIfAbsent(assertion.getRuleId(), assertion);
            }
        }
        violated.forEach((rule, assertion) -> report.warning(
                "pdf.archival.violated",
                Characteristic.USABILITY,
                assertion.getLocation() == null ? "" : assertion.getLocation().getContext(),
                claim,
                rule.getClause() + "-" + rule.getTestNumber() + " " + assertion.getMessage()));
    }
}
