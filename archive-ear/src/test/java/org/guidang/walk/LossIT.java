// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of the product when its process or its database is gone. */
@Tag("once")
class LossIT {

    @Test
    void lost_database_is_told() throws Exception {
        EmbeddedPostgres postgres = Product.newPostgres();
        try (ServerProcess server = new ServerProcess(Product.fresh("it-database-lost", Product.address(postgres)))) {
            server.start();
            postgres.close();

            HttpResponse<String> answer = Rest.anonymous(server.product()).ready();

            assertEquals(503, answer.statusCode());
            JsonObject health = Rest.json(answer);
            assertEquals("DOWN", health.getString("status"));
            assertEquals(
                    Map.of(
                            "content-store",
                            "UP",
                            "database",
                            "DOWN",
                            "schema",
                            "DOWN",
                            "signing-keys",
                            "DOWN",
                            "mail",
                            "DOWN"),
                    health.getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                            .collect(Collectors.toMap(
                                    check -> check.getString("name"), check -> check.getString("status"))));
        }
    }

    @Test
    void accounts_survive_and_the_product_is_ready_again() {
        try (ServerProcess server = new ServerProcess(Product.fresh("it-killed", null))) {
            server.start();
            assertEquals(
                    200, Rest.as(server.product(), "audit").get("operations").statusCode());
            server.kill();
            server.start();
            assertEquals(
                    200, Rest.as(server.product(), "audit").get("operations").statusCode());
        }
    }
}
