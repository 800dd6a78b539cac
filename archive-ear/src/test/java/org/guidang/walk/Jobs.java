// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;

/** What walks about batches of detections need. */
final class Jobs {

    private Jobs() {}

    /** Packages that were built and never tested. */
    static List<String> untested(HandOver walk, int count) {
        List<String> packages = new ArrayList<>();
        while (packages.size() < count) {
            HttpResponse<String> built =
                    walk.window.post("packages", "{\"applicationNumber\":\"" + walk.arrangedCase() + "\"}");
            assertEquals(201, built.statusCode(), built.body());
            packages.add(Rest.json(built).getString("number"));
        }
        return packages;
    }

    static String request(List<String> packages) {
        JsonArrayBuilder numbers = Json.createArrayBuilder();
        packages.forEach(numbers::add);
        return Json.createObjectBuilder().add("packages", numbers).build().toString();
    }

    static JsonObject get(HandOver walk, String id) {
        return HandOver.ok(walk.window.get("detection-jobs/" + id));
    }

    static JsonObject await(HandOver walk, String id, Predicate<JsonObject> until) {
        JsonObject job = get(walk, id);
        for (int tries = 0; tries < 2400 && !until.test(job); tries++) {
            HandOver.pause(50);
            job = get(walk, id);
        }
        return until.test(job) ? job : fail("batch stays " + job);
    }

    static long reports(HandOver walk, String pack) {
        return HandOver.array(walk.window.get("packages/" + pack + "/detections"))
                .size();
    }

    static void assertEachTestedOnce(HandOver walk, String id, List<String> packages) {
        List<JsonObject> rows =
                HandOver.rows(HandOver.ok(walk.window.get("detection-jobs/" + id + "/packages?limit=200")));
        assertEquals(
                packages,
                rows.stream().map(row -> row.getString("packageNumber")).toList());
        assertEquals(
                packages.size(),
                new HashSet<>(rows.stream().map(row -> row.getString("report")).toList()).size());
        for (JsonObject row : rows) {
            assertEquals("DONE", row.getString("state"), row.toString());
            List<JsonObject> reports =
                    HandOver.array(walk.window.get("packages/" + row.getString("packageNumber") + "/detections"));
            assertEquals(1, reports.size(), row.toString());
            assertEquals(row.getString("report"), reports.get(0).getString("id"));
        }
    }
}
