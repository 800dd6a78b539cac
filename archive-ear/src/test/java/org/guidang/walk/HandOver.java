// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The way of a case through the interface, station by station, as the systems of window WZ and agency MZ would go it.
 * Every step asks for what it needs anew, so a server that was killed in between changes nothing.
 */
final class HandOver {

    private static final String SAMPLE = "330100261102000000001";
    private static final String RECORD = "电子出证记录.XML";

    final Rest window;
    final Rest agency;

    /** A file as it is sent. */
    record Upload(String name, String material, String source, String issuing, byte[] octets) {}

    HandOver(Product product) {
        this.window = Rest.as(product, "client-wz");
        this.agency = Rest.as(product, "client-mz");
    }

    /** A number nobody used yet: 21 digits, as in Zhejiang's examples. */
    static String newNumber() {
        return "330000" + "%015d".formatted(ThreadLocalRandom.current().nextLong(1_000_000_000_000_000L));
    }

    /** A complete case of the demonstration for MZ with an issuing file: what other cases here are made of. */
    JsonObject sampleCase() {
        return ok(window.get("cases/" + SAMPLE));
    }

    /** The files of a case, its issuing records made out to another case. */
    List<Upload> filesFor(JsonObject sample, String number) {
        List<Upload> files = new ArrayList<>();
        for (JsonObject file : sample.getJsonArray("files").getValuesAs(JsonObject.class)) {
            byte[] octets = window.send(
                            window.request("cases/" + sample.getString("number") + "/files/" + file.getString("id"))
                                    .GET(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
            String name = file.getString("originalName");
            if (RECORD.equals(name)) {
                octets = new String(octets, StandardCharsets.UTF_8)
                        .replaceAll(
                                "(<requestid[^>]*>)[^<]*",
                                "$1" + UUID.randomUUID().toString().replace("-", ""))
                        .replaceAll("(<projectid[^>]*>)[^<]*", "$1" + number)
                        .getBytes(StandardCharsets.UTF_8);
            }
            files.add(new Upload(
                    name,
                    file.getString("materialName", null),
                    file.getString("source"),
                    file.getString("issuing", null),
                    octets));
        }
        return files;
    }

    /** Sends a case like the sample under a new number; the answer as it comes. */
    HttpResponse<String> send(JsonObject sample, String number, List<Upload> files, String key) {
        Multipart form = new Multipart();
        JsonArrayBuilder described = Json.createArrayBuilder();
        Map<String, Upload> parts = new LinkedHashMap<>();
        files.forEach(file -> parts.put("f" + parts.size(), file));
        parts.forEach((part, file) -> {
            JsonObjectBuilder row = Json.createObjectBuilder()
                    .add("part", part)
                    .add("name", file.name())
                    .add("source", file.source());
            if (file.material() != null) {
                row.add("material", file.material());
            }
            if (file.issuing() != null) {
                row.add("issuing", file.issuing());
            }
            described.add(row);
        });
        form.json(
                "case",
                Json.createObjectBuilder()
                        .add("number", number)
                        .add("itemCode", sample.getString("itemCode"))
                        .add("facts", sample.getJsonObject("facts"))
                        .add("opinions", sample.getJsonArray("opinions"))
                        .add("files", described)
                        .build()
                        .toString());
        parts.forEach((part, file) -> form.file(part, "upload", file.octets()));
        return window.send(form.post(window.request("cases").header("Idempotency-Key", key)));
    }

    /** Receives and arranges; its number. */
    String arrangedCase() {
        JsonObject sample = sampleCase();
        String number = newNumber();
        HttpResponse<String> received = send(sample, number, filesFor(sample, number), "case-" + number);
        assertEquals(201, received.statusCode(), received.body());
        arrange(number);
        return number;
    }

    void arrange(String number) {
        change(window, "cases/" + number, "cases/" + number + "/arrangement", "{}");
    }

    /** Builds, tests and registers; the package number. */
    String registeredPackage(String caseNumber) {
        HttpResponse<String> built = window.post("packages", "{\"applicationNumber\":\"" + caseNumber + "\"}");
        assertEquals(201, built.statusCode(), built.body());
        String number = Rest.json(built).getString("number");
        detectAndRegister(number, 1);
        return number;
    }

    void detectAndRegister(String number, int version) {
        HttpResponse<String> report =
                window.post("packages/" + number + "/versions/" + version + "/detections", "{\"phase\":\"ARCHIVING\"}");
        assertEquals(201, report.statusCode(), report.body());
        assertEquals(true, Rest.json(report).getBoolean("passed"), report.body());
        HttpResponse<String> registered = window.post("register-entries", "{\"packageNumber\":\"" + number + "\"}");
        assertEquals(201, registered.statusCode(), registered.body());
    }

    /** Drafts and submits a list; its number. */
    String submittedList(String resubmits, String... packages) {
        JsonArrayBuilder numbers = Json.createArrayBuilder();
        List.of(packages).forEach(numbers::add);
        JsonObjectBuilder request =
                Json.createObjectBuilder().add("agency", "MZ").add("packages", numbers);
        if (resubmits != null) {
            request.add("resubmits", resubmits);
        }
        HttpResponse<String> drafted =
                window.post("transfer-lists", request.build().toString());
        assertEquals(201, drafted.statusCode(), drafted.body());
        String list = Rest.json(drafted).getJsonObject("row").getString("number");
        act(window, list, "submission", "{}");
        return list;
    }

    /** The agency begins and waits until every package was tested again. */
    void received(String list) {
        act(agency, list, "receipt", "{}");
        tested(list);
    }

    /** Waits until every package was tested again. */
    void tested(String list) {
        for (int tries = 0; tries < 240; tries++) {
            List<JsonObject> packages = array(agency.get("transfer-lists/" + list + "/packages?limit=200"));
            if (packages.stream().noneMatch(pack -> pack.isNull("receiptOutcome"))) {
                return;
            }
            pause(250);
        }
        fail("the receipt detection of " + list + " does not end");
    }

    /** An act of one side upon the list as it stands now. */
    JsonObject act(Rest side, String list, String act, String json) {
        return change(side, "transfer-lists/" + list, "transfer-lists/" + list + "/" + act, json);
    }

    /** Signs for one side what stands there now. */
    HttpResponse<String> sign(Rest side, String list) {
        JsonObject current = ok(side.get("transfer-lists/" + list)).getJsonObject("current");
        return side.post(
                "transfer-lists/" + list + "/signatures",
                Json.createObjectBuilder()
                        .add("version", current.getInt("version"))
                        .add("sm3", current.getString("sm3"))
                        .add("password", "Guidang-2026")
                        .build()
                        .toString());
    }

    String state(String list) {
        return ok(agency.get("transfer-lists/" + list)).getJsonObject("row").getString("state");
    }

    /** Waits until what both signed lies in the holdings. */
    void stored(String list) {
        for (int tries = 0; tries < 240; tries++) {
            if ("STORED".equals(state(list))) {
                return;
            }
            pause(250);
        }
        fail("list " + list + " stays " + state(list));
    }

    List<JsonObject> holdings(String anyId) {
        return rows(ok(agency.get("holdings?id=" + anyId)));
    }

    static JsonObject ok(HttpResponse<String> response) {
        assertEquals(200, response.statusCode(), response.body());
        return Rest.json(response);
    }

    static List<JsonObject> rows(JsonObject page) {
        return page.getJsonArray("rows").getValuesAs(JsonObject.class);
    }

    static List<JsonObject> array(HttpResponse<String> response) {
        assertEquals(200, response.statusCode(), response.body());
        try (jakarta.json.JsonReader reader = Json.createReader(new java.io.StringReader(response.body()))) {
            return reader.readArray().getValuesAs(JsonObject.class);
        }
    }

    private static JsonObject change(Rest side, String read, String path, String json) {
        String tag = side.get(read).headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> changed = side.send(side.request(path)
                .header("If-Match", tag)
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(json)));
        return ok(changed);
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
