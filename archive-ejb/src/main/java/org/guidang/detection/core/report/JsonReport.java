// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.report;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import org.guidang.detection.DetectionReport;
import org.guidang.detection.ItemResult;
import org.guidang.detection.Tally;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.shared.Fixity;
import org.guidang.shared.Words;

/**
 * The report as JSON: the form that is kept and whose digest the log holds. The same report gives the same octets. Findings
 * carry key, place, expected and found, and the Chinese sentences beside them.
 */
public final class JsonReport {

    private JsonReport() {}

    public static byte[] octets(DetectionReport report) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        write(report, octets);
        return octets.toByteArray();
    }

    /** The stream is flushed, not closed. */
    public static void write(DetectionReport report, OutputStream out) {
        OutputStream open = new UnclosedStream(out);
        try (JsonGenerator json = Json.createGeneratorFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createGenerator(open, java.nio.charset.StandardCharsets.UTF_8)) {
            json.writeStartObject();
            json.write("report", report.id());
            json.write("package", report.packageNumber());
            json.write("packageVersion", report.packageVersion());
            json.write("phase", report.phase().name());
            json.write("organization", report.organization());
            json.write("examinedBy", report.examinedBy());
            json.writeStartObject("profile");
            json.write("id", report.profileId());
            json.write("standard", report.profileStandard());
            json.write("edition", report.profileEdition());
            if (!report.profileVariation().isEmpty()) {
                json.write("variation", report.profileVariation());
            }
            json.write("digest", report.profileDigest());
            json.writeEnd();
            if (report.retestOf() != null) {
                json.writeStartObject("retest");
                json.write("of", report.retestOf());
                json.write("nothingCarriedOver", report.retestReason());
                json.writeEnd();
            }
            json.write("tool", report.toolVersion());
            json.write("started", report.startedAt().toString());
            json.write("ended", report.endedAt().toString());
            fixity(json, report.packageFixity());
            json.write("outcome", report.outcome().name());
            json.write("passed", report.passed());
            json.writeStartObject("characteristics");
            for (Characteristic nature : Characteristic.values()) {
                tally(json, nature.name(), report.tally(nature));
            }
            json.writeEnd();
            json.writeStartArray("items");
            report.items().forEach(item -> item(json, item));
            json.writeEnd();
            json.writeEnd();
        }
    }

    private static void fixity(JsonGenerator json, Fixity fixity) {
        json.writeStartObject("octets");
        json.write("length", fixity.octets());
        json.write("sm3", fixity.sm3());
        json.write("sha256", fixity.sha256());
        json.writeEnd();
    }

    private static void tally(JsonGenerator json, String name, Tally tally) {
        json.writeStartObject(name);
        json.write("items", tally.items());
        json.write("passed", tally.passed());
        json.write("failed", tally.failed());
        json.write("indeterminate", tally.indeterminate());
        json.write("manual", tally.manual());
        json.write("notApplicable", tally.notApplicable());
        json.writeEnd();
    }

    private static void item(JsonGenerator json, ItemResult item) {
        json.writeStartObject();
        json.write("code", item.code());
        json.write("name", item.name());
        json.write("characteristic", item.characteristic().name());
        json.write("level", item.level().name());
        if (item.prescribed() != null) {
            json.writeStartObject("deviation");
            json.write("prescribed", item.prescribed().name());
            json.write("parameters", item.changedParameters());
            json.write("reason", item.changeReason());
            json.writeEnd();
        }
        json.write("outcome", item.outcome().name());
        json.write("verdict", item.verdict().name());
        if (!item.reason().isEmpty()) {
            json.write("reason", item.reason());
            json.write(
                    "said",
                    Words.say(
                            Locale.CHINESE,
                            item.reason(),
                            item.reasonArguments().toArray()));
        }
        if (item.carriedFrom() != null) {
            json.write("carriedFrom", item.carriedFrom());
        }
        json.write("examined", item.examined());
        json.write("micros", item.micros());
        if (item.decision() != null) {
            json.writeStartObject("decision");
            json.write("verdict", item.decision().name());
            json.write("by", item.decidedBy());
            json.write("at", item.decidedAt().toString());
            json.write("note", item.decisionNote());
            json.writeEnd();
        }
        json.write("total", item.total());
        json.writeStartArray("findings");
        item.findings().forEach(finding -> finding(json, finding));
        json.writeEnd();
        json.writeEnd();
    }

    private static void finding(JsonGenerator json, Finding finding) {
        json.writeStartObject();
        json.write("code", finding.code());
        json.write("level", finding.level().name());
        json.write("outcome", finding.outcome().name());
        json.write("file", finding.file());
        json.write("place", finding.place());
        json.write("expected", finding.expected());
        json.write("found", finding.found());
        json.write("message", finding.message());
        json.write("said", Words.say(Locale.CHINESE, finding));
        json.write("todo", Words.toDo(Locale.CHINESE, finding));
        json.writeEnd();
    }
}
