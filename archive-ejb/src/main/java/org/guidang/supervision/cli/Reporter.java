// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.supervision.cli;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.PrintStream;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import org.guidang.detection.DetectionReport;
import org.guidang.detection.ItemResult;
import org.guidang.shared.Finding;
import org.guidang.shared.Level;
import org.guidang.shared.Outcome;
import org.guidang.shared.Words;

/** Writes reports as they come, so that a thousand files need no more memory than one. */
final class Reporter {

    private static final int CONTROL = 0x20;

    private final PrintStream out;
    private final Locale locale;
    private final boolean json;
    private final JsonGeneratorFactory generators = Json.createGeneratorFactory(Map.of());
    private boolean failed;
    private boolean undecided;

    Reporter(PrintStream out, Options options) {
        this.out = out;
        this.locale = options.locale();
        this.json = options.json();
    }

    void report(FileReport report) {
        count(report.outcome());
        if (report.items() != null) {
            count(report.items().outcome());
        }
        if (json) {
            out.println(asJson(report));
        } else {
            asText(report);
        }
        out.flush();
    }

    private void count(Outcome outcome) {
        failed |= outcome == Outcome.FAILED;
        undecided |= outcome == Outcome.INDETERMINATE;
    }

    /** 1 when something failed, 2 when something is undecided and nothing failed, else 0. */
    int exitCode() {
        return failed ? 1 : undecided ? 2 : 0;
    }

    private String asJson(FileReport report) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = generators.createGenerator(line)) {
            json.writeStartObject()
                    .write("file", report.file())
                    .write("format", report.format())
                    .write("outcome", report.outcome().name())
                    .writeStartArray("findings");
            report.findings().forEach(finding -> write(json, report, finding));
            json.writeEnd().write("total", report.total()).writeStartArray("covered");
            report.covered().forEach(json::write);
            json.writeEnd();
            if (report.items() != null) {
                items(json, report);
            }
            json.writeEnd();
        }
        return line.toString();
    }

    private void write(JsonGenerator json, FileReport report, Finding finding) {
        json.writeStartObject()
                .write("code", finding.code())
                .write("property", finding.property().name())
                .write("level", finding.level().name())
                .write("outcome", finding.outcome().name())
                .write("place", place(report, finding))
                .write("expected", finding.expected())
                .write("found", finding.found())
                .write("message", Words.say(locale, finding))
                .write("todo", Words.toDo(locale, finding))
                .writeEnd();
    }

    /** The items of a stage, in the order of the profile. */
    private void items(JsonGenerator json, FileReport report) {
        DetectionReport detection = report.items();
        json.writeStartObject("report")
                .write("profile", detection.profileId())
                .write("edition", detection.profileEdition())
                .write("digest", detection.profileDigest())
                .write("phase", detection.phase().name())
                .write("outcome", detection.outcome().name())
                .writeStartArray("items");
        for (ItemResult item : detection.items()) {
            json.writeStartObject()
                    .write("code", item.code())
                    .write("level", item.level().name())
                    .write("outcome", item.outcome().name())
                    .write("reason", item.reason())
                    .writeStartArray("findings");
            item.findings().forEach(finding -> write(json, report, finding));
            json.writeEnd().write("total", item.total()).writeEnd();
        }
        json.writeEnd().writeEnd();
    }

    /** The file inside what was examined, where it is another, and the place in it. */
    private static String place(FileReport report, Finding finding) {
        if (finding.file().isEmpty() || finding.file().equals(report.file())) {
            return finding.place();
        }
        return finding.place().isEmpty() ? finding.file() : finding.file() + ", " + finding.place();
    }

    private void asText(FileReport report) {
        say("supervision.cli.file", report.file(), report.format(), word(report.outcome()));
        for (Finding finding : report.findings()) {
            if (finding.level() == Level.OFF) {
                continue;
            }
            say(
                    "supervision.cli.finding",
                    word(finding),
                    Words.say(locale, finding),
                    finding.code(),
                    place(report, finding));
            String todo = Words.toDo(locale, finding);
            if (!todo.isEmpty()) {
                say("supervision.cli.todo", todo);
            }
        }
        if (report.total() > report.findings().size()) {
            say("supervision.cli.more", report.total() - report.findings().size());
        }
        if (report.items() != null) {
            itemsAsText(report);
        }
        if (!report.covered().isEmpty()) {
            say("supervision.cli.covered", String.join("; ", report.covered()));
        }
    }

    private void itemsAsText(FileReport report) {
        DetectionReport detection = report.items();
        say(
                "supervision.cli.items",
                detection.profileId() + " " + detection.phase().prefix(),
                word(detection.outcome()));
        for (ItemResult item : detection.items()) {
            String name = locale.getLanguage().equals("en") ? item.english() : item.name();
            say("supervision.cli.item", item.code(), name, word(item.outcome()));
            for (Finding finding : item.findings()) {
                say(
                        "supervision.cli.finding",
                        word(finding),
                        Words.say(locale, finding),
                        finding.code(),
                        place(report, finding));
            }
        }
    }

    void say(String key, Object... arguments) {
        out.println(printable(Words.say(locale, key, arguments)));
    }

    private String word(Outcome outcome) {
        return Words.say(locale, "supervision.cli.outcome." + outcome.name().toLowerCase(Locale.ROOT));
    }

    private String word(Finding finding) {
        String level = finding.level() == Level.MUST
                ? finding.outcome().name()
                : finding.level().name();
        return Words.say(locale, "supervision.cli.level." + level.toLowerCase(Locale.ROOT));
    }

    /** Text from files must not steer the terminal. */
    static String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean steers = c < CONTROL && c != '\n'
                    || c >= 0x7f && c < 0xa0
                    || c >= 0x202a && c <= 0x202e
                    || c >= 0x2066 && c <= 0x2069;
            if (steers) {
                shown.append("\\u%04X".formatted(c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }
}
