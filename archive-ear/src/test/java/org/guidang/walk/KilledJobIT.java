// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code kill -9} in the middle of a batch of detections, twice, and a new start: it goes on by itself. */
@Tag("once")
class KilledJobIT {

    private final long seed = Long.getLong("guidang.seed", System.nanoTime());
    private final Random chance = new Random(seed);

    @Test
    @DisplayName("R-01 R-02 批量检测中断电，重启后接着做，没有重复的报告")
    void a_batch_goes_on_after_a_kill_without_a_doubled_report() {
        System.out.println("guidang.seed=" + seed);
        Product product = Product.fresh("it-killed-job", null).with("-Dguidang.detection.threads=1");
        try (ServerProcess server = new ServerProcess(product)) {
            server.start();
            HandOver walk = new HandOver(product);
            List<String> packages = Jobs.untested(walk, 16);
            String id = Rest.json(walk.window.post("detection-jobs", Jobs.request(packages)))
                    .getString("id");
            for (int kills = 0; kills < 2; kills++) {
                int enough = Jobs.get(walk, id).getInt("done") + 2;
                JsonObject before = Jobs.await(walk, id, job -> job.getInt("done") >= enough);
                assertEquals("RUNNING", before.getString("state"), before.toString());
                HandOver.pause(chance.nextInt(300));
                server.kill();
                server.start();
                assertTrue(Jobs.get(walk, id).getInt("done") >= before.getInt("done"), "what was done stays done");
            }
            JsonObject ended = Jobs.await(walk, id, job -> "ENDED".equals(job.getString("state")));
            assertEquals(16, ended.getInt("done"), ended.toString());
            assertEquals(16, ended.getInt("passed"), ended.toString());
            Jobs.assertEachTestedOnce(walk, id, packages);
        }
    }
}
