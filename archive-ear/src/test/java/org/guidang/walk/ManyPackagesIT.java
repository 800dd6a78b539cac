// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A batch of as many packages as {@code -Dbatch.packages} says (2,000 is what the product is held to): stopped once, resumed,
 * with {@code -Dbatch.kill=true} also killed like a machine that loses power. Not in the build: it takes too long for it.
 */
@Tag("once")
@EnabledIfSystemProperty(named = "batch.packages", matches = "[1-9][0-9]*")
class ManyPackagesIT {

    private static final Duration PATIENCE = Duration.ofHours(3);

    private final int wanted = Integer.getInteger("batch.packages", 0);

    @Test
    @DisplayName("上千个包一批检测：可停、可续、断电后接着做，数目对得上，剩余时间有数")
    void a_large_batch_reconciles_after_a_stop_a_resume_and_a_kill() throws Exception {
        try (ServerProcess server = new ServerProcess(Product.fresh("it-many", null))) {
            server.start();
            HandOver walk = new HandOver(server.product());
            List<String> packages = built(walk);
            Instant opened = Instant.now();
            String id = Rest.json(walk.window.post("detection-jobs", Jobs.request(packages)))
                    .getString("id");

            JsonObject third = await(walk, id, wanted / 3);
            assertTrue(third.getJsonNumber("secondsLeft").longValue() > 0, third.toString());
            HandOver.ok(
                    walk.window.send(walk.window.request("detection-jobs/" + id).DELETE()));
            JsonObject stopped = Jobs.await(walk, id, job -> job.getInt("underWay") == 0);
            assertReconciled(stopped);
            assertEquals("STOPPED", stopped.getString("state"));
            assertEquals(JsonValue.NULL, stopped.get("secondsLeft"));
            HandOver.ok(walk.window.post("detection-jobs/" + id + "/resumption", "{}"));

            if (Boolean.getBoolean("batch.kill")) {
                JsonObject before = await(walk, id, wanted * 2 / 3);
                server.kill();
                server.start();
                assertTrue(Jobs.get(walk, id).getInt("done") >= before.getInt("done"), "what was done stays done");
            }
            JsonObject ended = await(walk, id, wanted);
            System.out.printf(
                    "batch: %d packages in %d s, with all interruptions%n",
                    wanted, Duration.between(opened, Instant.now()).toSeconds());
            assertEquals("ENDED", ended.getString("state"));
            assertReconciled(ended);
            assertEquals(0, ended.getInt("broken"), ended.toString());
            assertOneReportEach(walk, id, packages);
        }
    }

    /** Built by several at once, as windows do. */
    private List<String> built(HandOver walk) throws Exception {
        ExecutorService windows = Executors.newFixedThreadPool(4);
        try {
            List<Future<String>> each = new ArrayList<>();
            for (int i = 0; i < wanted; i++) {
                each.add(windows.submit(() -> Jobs.untested(walk, 1).get(0)));
            }
            List<String> packages = new ArrayList<>();
            for (Future<String> one : each) {
                packages.add(one.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
            }
            return packages;
        } finally {
            windows.shutdownNow();
        }
    }

    private static void assertReconciled(JsonObject job) {
        assertEquals(
                job.getInt("packages"),
                job.getInt("done") + job.getInt("broken") + job.getInt("underWay") + job.getInt("waiting"),
                job.toString());
        assertEquals(
                job.getInt("done"),
                job.getInt("passed") + job.getInt("failed") + job.getInt("undecided"),
                job.toString());
    }

    private static JsonObject await(HandOver walk, String id, int done) {
        Instant end = Instant.now().plus(PATIENCE);
        JsonObject job = Jobs.get(walk, id);
        while (job.getInt("done") + job.getInt("broken") < done && Instant.now().isBefore(end)) {
            assertReconciled(job);
            HandOver.pause(500);
            job = Jobs.get(walk, id);
        }
        assertTrue(job.getInt("done") + job.getInt("broken") >= done, job.toString());
        return done < job.getInt("packages")
                ? job
                : Jobs.await(walk, id, now -> "ENDED".equals(now.getString("state")));
    }

    private static void assertOneReportEach(HandOver walk, String id, List<String> packages) {
        Set<String> reports = new HashSet<>();
        List<String> tested = new ArrayList<>();
        for (int offset = 0; offset < packages.size(); offset += 200) {
            for (JsonObject row : HandOver.rows(
                    HandOver.ok(walk.window.get("detection-jobs/" + id + "/packages?limit=200&offset=" + offset)))) {
                assertEquals("DONE", row.getString("state"), row.toString());
                tested.add(row.getString("packageNumber"));
                reports.add(row.getString("report"));
                assertEquals(1, Jobs.reports(walk, row.getString("packageNumber")), row.toString());
            }
        }
        assertEquals(packages, tested);
        assertEquals(packages.size(), reports.size());
    }
}
