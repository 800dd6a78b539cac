// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The same octets shown at two doors: the dry run of a running server, and {@code archivectl examine --json} in a process
 * of its own. What each says is brought into one form, so that it can be compared line by line.
 */
final class Doors {

    private final Rest server;
    private final List<Path> anchors;
    private final String scanner;
    private final Path work;

    /**
     * @param anchors folders of whom the server believes
     * @param scanner the one the server asks, host:port
     * @param work a folder for what the command says
     */
    Doors(Rest server, List<Path> anchors, String scanner, Path work) {
        this.server = server;
        this.anchors = anchors;
        this.scanner = scanner;
        this.work = work;
    }

    /**
     * What a door said of one file.
     *
     * @param file format, outcome and every finding of the file by itself
     * @param items every item of the stage with its findings, by number; empty where it was not asked for or is no package
     */
    record Answer(String outcome, List<String> file, Map<String, String> items) {}

    /** The dry run; {@code phase} and {@code profile} as the interface calls them. */
    Answer dryRun(Path file, String phase, String profile) {
        String name = URLEncoder.encode(file.getFileName().toString(), StandardCharsets.UTF_8)
                .replace("+", "%20");
        try {
            HttpResponse<String> response =
                    server.send(server.request("detections?name=" + name + "&phase=" + phase + "&profile=" + profile)
                            .header("Content-Type", "application/octet-stream")
                            .POST(HttpRequest.BodyPublishers.ofFile(file)));
            assertEquals(200, response.statusCode(), file + " " + response.body());
            JsonObject answer = Rest.json(response);
            return answer(
                    answer.getJsonObject("examination"),
                    answer.isNull("report") ? null : answer.getJsonObject("report"),
                    file.getFileName().toString());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** The command over all of these files at once, in their order; {@code stage} GD, YJ, CQ or null for none. */
    List<Answer> command(List<Path> files, String stage, String profile) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Dfile.encoding=UTF-8",
                "-jar",
                System.getProperty("it.archivectl"),
                "examine",
                "--json",
                "--scanner",
                scanner));
        anchors.forEach(folder -> command.addAll(List.of("--anchors", folder.toString())));
        if (stage != null) {
            command.addAll(List.of("--stage", stage, "--profile", profile));
        }
        files.forEach(file -> command.add(file.toString()));
        List<Answer> answers = new ArrayList<>();
        for (String line : run(command)) {
            try (JsonReader reader = Json.createReader(new StringReader(line))) {
                JsonObject told = reader.readObject();
                answers.add(answer(told, told.getJsonObject("report"), told.getString("file")));
            }
        }
        assertEquals(files.size(), answers.size());
        return answers;
    }

    private List<String> run(List<String> command) {
        try {
            Path out = Files.createTempFile(work, "archivectl", ".json");
            Path err = Files.createTempFile(work, "archivectl", ".err");
            Process process = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(15, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("archivectl does not end");
            }
            assertEquals("", Files.readString(err), "nothing is said but by the report");
            assertTrue(process.exitValue() <= 2, "archivectl ended with " + process.exitValue());
            return Files.readAllLines(out);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** A report the flow has stored, in the same form. */
    static Map<String, String> items(JsonObject report, String name) {
        Map<String, String> items = new LinkedHashMap<>();
        for (JsonObject item : report.getJsonArray("items").getValuesAs(JsonObject.class)) {
            List<String> lines = new ArrayList<>(
                    List.of(item.getString("level"), item.getString("outcome"), item.getString("reason")));
            lines.addAll(findings(item, name));
            lines.add("of " + item.getJsonNumber("total"));
            items.put(item.getString("code"), String.join("\n  ", lines));
        }
        return items;
    }

    private static Answer answer(JsonObject file, JsonObject report, String name) {
        List<String> lines = new ArrayList<>(List.of(file.getString("format"), file.getString("outcome")));
        lines.addAll(findings(file, name));
        lines.add("of " + file.getJsonNumber("total"));
        return new Answer(file.getString("outcome"), lines, report == null ? Map.of() : items(report, name));
    }

    /** Each with its place; the command says file and place in one, and leaves out the file that was examined. */
    private static List<String> findings(JsonObject told, String name) {
        return told.getJsonArray("findings").getValuesAs(JsonObject.class).stream()
                .map(finding -> String.join(
                        " | ",
                        finding.getString("code"),
                        finding.getString("property"),
                        finding.getString("level"),
                        finding.getString("outcome"),
                        place(finding, name),
                        finding.getString("expected"),
                        finding.getString("found")))
                .toList();
    }

    private static String place(JsonObject finding, String name) {
        String file = finding.getString("file", "");
        String place = finding.getString("place");
        if (file.isEmpty() || file.equals(name)) {
            return place;
        }
        return place.isEmpty() ? file : file + ", " + place;
    }

    /** Rows that differ, readable side by side. */
    static List<String> differences(Path file, Answer one, Answer other) {
        List<String> differences = new ArrayList<>();
        if (!one.file().equals(other.file())) {
            differences.add(file + "\n" + one.file() + "\n" + other.file());
        }
        one.items().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .filter(item -> !item.getValue().equals(other.items().get(item.getKey())))
                .forEach(item -> differences.add(file + " " + item.getKey() + "\n" + item.getValue() + "\n"
                        + other.items().get(item.getKey())));
        if (!one.items().keySet().equals(other.items().keySet())) {
            differences.add(
                    file + " " + one.items().keySet() + " " + other.items().keySet());
        }
        return differences;
    }
}
