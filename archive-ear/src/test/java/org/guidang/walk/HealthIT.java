// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The product says truthfully whether it is ready. */
@OnProduct
class HealthIT {

    private final Product product = Product.shared();
    private final Rest nobody = Rest.anonymous(product);

    @Test
    void everything_is_there() {
        HttpResponse<String> answer = nobody.ready();
        JsonObject health = Rest.json(answer);
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals("UP", health.getString("status"));
        assertEquals(
                true,
                health.getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                        .allMatch(check -> "UP".equals(check.getString("status"))));
    }

    @Test
    void interface_is_described() {
        assertEquals(
                200, nobody.send(nobody.request(product.at("openapi")).GET()).statusCode());
    }
}
