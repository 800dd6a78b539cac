// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Fills a PostgreSQL the product has made its schema in with the rows of many packages, in the shares in which years of work
 * leave them: {@code speed/multitude.sql}. The rows agree with each other and pass every constraint; there are no octets behind
 * them, so they are for looking at, not for handing over.
 */
final class Multitude {

    private static final int A_LIST = 100;

    private Multitude() {}

    /** @param packages a multiple of 10,000, so that every state is there */
    static void pour(String databaseUrl, int packages) throws SQLException, IOException {
        String script;
        try (InputStream in = Multitude.class.getResourceAsStream("/speed/multitude.sql")) {
            script = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${groups}", String.valueOf(packages / A_LIST));
        }
        try (Connection connection = connect(databaseUrl);
                Statement statement = connection.createStatement()) {
            statement.execute("set work_mem = '256MB'");
            statement.execute("set maintenance_work_mem = '512MB'");
            statement.execute("set synchronous_commit = off");
            for (String each : script.split(";\\s*\\n")) {
                statement.execute(each);
            }
            statement.execute("vacuum (analyze)");
        }
    }

    static Connection connect(String databaseUrl) throws SQLException {
        return DriverManager.getConnection(databaseUrl, "postgres", "postgres");
    }
}
