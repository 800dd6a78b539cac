// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Two servers over one PostgreSQL: what must be one series is one, also when one of them is killed while it draws.
 *
 * <p>Runs with {@code -Dtwo.nodes=true}; not by itself before it has been green.
 */
@Tag("once")
@EnabledIfSystemProperty(named = "two.nodes", matches = "true")
class TwoNodesIT {

    private static final int EACH = 40;

    @Test
    @DisplayName("两个节点同时编号：不重号、不跳号；一个节点断电也一样")
    void numbers_drawn_on_two_nodes_are_one_series() throws Exception {
        int year = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear();
        try (EmbeddedPostgres postgres = Product.newPostgres();
                ServerProcess one = node("one", postgres).start();
                ServerProcess other = node("two", postgres).start()) {
            List<String> drawn = draw(one, other, () -> {});
            assertEquals(2 * EACH, drawn.size());
            assertEquals(drawn.size(), new HashSet<>(drawn).size(), drawn.toString());
            requireWhole(one, year, drawn);

            List<String> further = draw(one, other, other::kill);
            assertTrue(further.size() >= EACH, () -> "the node that lives gave only " + further);
            drawn.addAll(further);
            assertEquals(drawn.size(), new HashSet<>(drawn).size(), drawn.toString());
            requireWhole(one, year, drawn);
        }
    }

    private static ServerProcess node(String name, EmbeddedPostgres postgres) {
        return new ServerProcess(
                Product.fresh("it-node-" + name, Product.address(postgres)).with("-Djboss.node.name=" + name));
    }

    /** Both nodes give out numbers of one window at once; what was answered. */
    private static List<String> draw(ServerProcess one, ServerProcess other, Runnable meanwhile) throws Exception {
        List<Callable<String>> drafts = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            for (ServerProcess node : List.of(one, other)) {
                Rest window = Rest.as(node.product(), "client-wb");
                drafts.add(() -> {
                    try {
                        HttpResponse<String> answer = window.post("transfer-lists", "{\"agency\":\"WJ\"}");
                        assertEquals(201, answer.statusCode(), answer.body());
                        return Rest.json(answer).getJsonObject("row").getString("number");
                    } catch (UncheckedIOException killed) {
                        return null;
                    }
                });
            }
        }
        ExecutorService clerks = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> answers = new ArrayList<>();
            drafts.forEach(draft -> answers.add(clerks.submit(draft)));
            answers.get(EACH / 2).get();
            meanwhile.run();
            List<String> numbers = new ArrayList<>();
            for (Future<String> answer : answers) {
                if (answer.get() != null) {
                    numbers.add(answer.get());
                }
            }
            return numbers;
        } finally {
            clerks.shutdownNow();
        }
    }

    /** Every serial up to the last is a list, those whose answer was lost included, and every answer is among them. */
    private static void requireWhole(ServerProcess node, int year, List<String> drawn) {
        JsonObject numbers =
                HandOver.ok(Rest.as(node.product(), "client-wb").get("list-numbers/" + year + "?limit=1000"));
        List<JsonObject> rows = HandOver.rows(numbers);
        assertEquals(0, numbers.getJsonArray("missing").size(), numbers.toString());
        assertEquals(
                LongStream.rangeClosed(1, numbers.getInt("last")).boxed().toList(),
                rows.stream().map(row -> (long) row.getInt("serial")).toList());
        assertTrue(
                rows.stream().map(row -> row.getString("number")).toList().containsAll(drawn),
                () -> drawn + " " + numbers);
    }
}
