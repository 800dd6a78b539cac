// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code kill -9} and a new start: the product comes back with what it had. */
@Tag("once")
class KilledServerIT {

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
