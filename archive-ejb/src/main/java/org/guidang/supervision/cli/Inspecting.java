// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.supervision.cli;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.guidang.packaging.core.MetadataItem;
import org.guidang.packaging.core.PackageEntry;
import org.guidang.packaging.core.PackageReader;
import org.guidang.packaging.core.PackageView;
import org.guidang.packaging.core.eep.EepReader;
import org.guidang.packaging.core.eep.EepReading;
import org.guidang.shared.Words;

/** Shows what a package says of itself. Judges nothing; that is for verify and examine. */
final class Inspecting {

    private final PrintStream out;
    private final Options options;

    Inspecting(PrintStream out, Options options) {
        this.out = out;
        this.options = options;
    }

    void inspect() throws UsageException, IOException {
        if (options.files().isEmpty()) {
            throw new UsageException("supervision.cli.no-file");
        }
        for (String name : options.files()) {
            Path file = Options.path(name);
            if (!Files.isRegularFile(file)) {
                throw new UsageException("supervision.cli.no-such-file", name);
            }
            if (EepReader.isEep(file)) {
                encapsulation(name, EepReader.read(file));
                continue;
            }
            try (PackageView view = PackageReader.open(file)) {
                if (options.json()) {
                    out.println(json(name, view));
                } else {
                    print(name, view);
                }
            }
        }
    }

    private void print(String name, PackageView view) {
        say("supervision.cli.inspect.package", name, view.entries().size());
        view.manifest()
                .ifPresent(manifest -> say(
                        "supervision.cli.inspect.manifest",
                        manifest.number,
                        String.valueOf(manifest.version),
                        manifest.application,
                        manifest.layout));
        for (MetadataItem item : view.metadata().items()) {
            if (item.group() == 0 && !item.value().isBlank()) {
                say(
                        "supervision.cli.inspect.item",
                        item.title().isEmpty() ? item.name() : item.title(),
                        item.value().strip());
            }
        }
        for (PackageEntry entry : view.entries()) {
            say("supervision.cli.inspect.entry", String.valueOf(entry.octets()), entry.path());
        }
    }

    private void encapsulation(String name, EepReading reading) {
        if (options.json()) {
            out.println(json(name, reading));
            return;
        }
        say("supervision.cli.inspect.package", name, reading.parts().size());
        say("supervision.cli.inspect.eep", reading.type(), reading.created(), reading.unit(), reading.modifications());
        for (EepReading.Part part : reading.parts()) {
            say("supervision.cli.inspect.entry", octets(reading, part), part.path());
        }
    }

    private static String octets(EepReading reading, EepReading.Part part) {
        return reading.fixity(part)
                .map(fixity -> String.valueOf(fixity.octets()))
                .orElse("?");
    }

    private static String json(String name, EepReading reading) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = Json.createGenerator(line)) {
            json.writeStartObject()
                    .write("file", name)
                    .write("type", reading.type())
                    .write("created", reading.created())
                    .write("unit", reading.unit())
                    .write("modifications", reading.modifications())
                    .writeStartArray("entries");
            for (EepReading.Part part : reading.parts()) {
                json.writeStartObject().write("path", part.path()).write("title", part.title());
                reading.fixity(part)
                        .ifPresent(fixity -> json.write("octets", fixity.octets())
                                .write("sm3", fixity.sm3())
                                .write("sha256", fixity.sha256()));
                json.writeEnd();
            }
            json.writeEnd().writeEnd();
        }
        return line.toString();
    }

    private void say(String key, Object... arguments) {
        out.println(Reporter.printable(Words.say(options.locale(), key, arguments)));
    }

    private static String json(String name, PackageView view) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = Json.createGenerator(line)) {
            json.writeStartObject().write("file", name);
            view.manifest()
                    .ifPresent(manifest -> json.write("package", manifest.number)
                            .write("version", manifest.version)
                            .write("application", manifest.application)
                            .write("layout", manifest.layout));
            json.writeStartArray("metadata");
            for (MetadataItem item : view.metadata().items()) {
                json.writeStartObject()
                        .write("document", item.role().name())
                        .write("name", String.join("/", item.path()))
                        .write("title", item.title())
                        .write("value", item.value())
                        .writeEnd();
            }
            json.writeEnd().writeStartArray("entries");
            for (PackageEntry entry : view.entries()) {
                json.writeStartObject()
                        .write("path", entry.path())
                        .write("octets", entry.octets())
                        .write("part", entry.part().name())
                        .writeEnd();
            }
            json.writeEnd().writeEnd();
        }
        return line.toString();
    }
}
