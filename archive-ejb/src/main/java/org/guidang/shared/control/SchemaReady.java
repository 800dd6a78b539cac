// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;

/** No migration of this build is waiting. */
@ApplicationScoped
class SchemaReady implements ReadinessCheck {

    @Inject
    SchemaMigration schema;

    @Override
    public String name() {
        return "schema";
    }

    @Override
    public void examine() throws SQLException {
        int pending = schema.pending();
        if (pending > 0) {
            throw new IllegalStateException(pending + " migrations not done");
        }
    }
}
