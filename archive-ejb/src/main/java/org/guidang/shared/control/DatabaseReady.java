// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The database answers. */
@ApplicationScoped
class DatabaseReady implements ReadinessCheck {

    private static final int SECONDS = 2;

    @Resource(lookup = "java:jboss/datasources/ArchiveDS")
    DataSource database;

    @Override
    public String name() {
        return "database";
    }

    @Override
    public void examine() throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (!connection.isValid(SECONDS)) {
                throw new SQLException("no answer within " + SECONDS + " s");
            }
        }
    }
}
