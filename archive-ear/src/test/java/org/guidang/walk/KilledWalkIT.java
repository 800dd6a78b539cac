// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * {@code kill -9} in the middle of the walk, at moments drawn by chance, and a new start on the same data: the walk goes
 * on, nothing acknowledged is lost, nothing happens twice (durability contract D1 to D4; ).
 */
@Tag("once")
class KilledWalkIT {

    private final long seed = Long.getLong("guidang.seed", System.nanoTime());
    private final Random chance = new Random(seed);

    @Test
    @DisplayName("R-01 R-02 走到一半断电")
    void the_walk_goes_on_without_loss_or_doubling() {
        System.out.println("guidang.seed=" + seed);
        Product product = Product.fresh("it-killed-walk", null);
        try (ServerProcess server = new ServerProcess(product)) {
            server.start();
            HandOver walk = new HandOver(product);
            JsonObject sample = walk.sampleCase();
            String number = HandOver.newNumber();
            List<HandOver.Upload> files = walk.filesFor(sample, number);

            HttpResponse<String> received =
                    killedDuring(server, 1500, () -> walk.send(sample, number, files, "killed-" + number), walk);
            assertTrue(received.statusCode() == 201 || received.statusCode() == 200, received.body());
            walk.arrange(number);

            String key = "build-" + number;
            HttpResponse<String> built =
                    killedDuring(server, 1500, () -> walk.window.post("packages", packageOf(number), key), walk);
            String pack = built.statusCode() == 201
                    ? Rest.json(built).getString("number")
                    : onlyPackageOf(walk, number, built);
            walk.detectAndRegister(pack, 1);
            String list = walk.submittedList(null, pack);

            walk.act(walk.agency, list, "receipt", "{}");
            server.kill();
            server.start();
            walk.tested(list);
            walk.act(walk.agency, list, "acceptance", "{}");
            walk.act(walk.agency, list, "conclusion", "{}");
            assertEquals(200, walk.sign(walk.window, list).statusCode());
            assertEquals("SIGNED_BY_ONE", walk.state(list));

            assertEquals(200, walk.sign(walk.agency, list).statusCode());
            server.kill();
            server.start();
            walk.stored(list);

            assertEquals(1, walk.holdings(number).size());
            assertEquals(1, walk.holdings(list).size());
            assertEquals(List.of(), HandOver.array(walk.agency.get("holdings/orphans")));
            for (JsonObject chain : HandOver.array(Rest.as(product, "audit").get("operations/verification"))) {
                assertEquals(0, chain.getJsonArray("findings").size(), chain.toString());
            }
        }
    }

    /** Sends, kills the server at a moment of the work, starts it again, and sends the same again until it is answered. */
    private HttpResponse<String> killedDuring(
            ServerProcess server, int withinMillis, Supplier<HttpResponse<String>> request, HandOver walk) {
        CompletableFuture<HttpResponse<String>> first = CompletableFuture.supplyAsync(request);
        HandOver.pause(chance.nextInt(withinMillis));
        server.kill();
        try {
            first.join();
        } catch (CompletionException theAnswerIsLost) {
            // What became of the request is unknown to its sender; that is the point.
        }
        server.start();
        return request.get();
    }

    private static String packageOf(String number) {
        return "{\"applicationNumber\":\"" + number + "\"}";
    }

    /** The package was built before the kill; the second request was told so. */
    private static String onlyPackageOf(HandOver walk, String number, HttpResponse<String> refused) {
        assertEquals(409, refused.statusCode(), refused.body());
        List<String> found = HandOver.rows(HandOver.ok(walk.window.get("packages?limit=200"))).stream()
                .filter(row -> number.equals(row.getJsonObject("description").getString("applicationNumber")))
                .map(row -> row.getString("number"))
                .toList();
        return found.size() == 1 ? found.get(0) : fail("packages of " + number + ": " + found);
    }
}
