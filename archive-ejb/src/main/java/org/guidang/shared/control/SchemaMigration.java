// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema to the version this build needs, before anything else touches the database: a bean that works at
 * start-up says {@code @DependsOn("SchemaMigration")}. A migration that fails stops the deployment; PostgreSQL then stands
 * where it stood, and the message names the script.
 */
@Singleton
@Startup
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {

    @Resource(lookup = "java:jboss/datasources/ArchiveDS")
    DataSource database;

    private int scripts;

    @PostConstruct
    void migrate() {
        Flyway flyway = Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(database)
                // What only one of the databases can say has a place of its own, under the same numbers.
                .locations("classpath:db/migration", "classpath:db/" + product())
                .validateMigrationNaming(true)
                // Each domain numbers its scripts in a range of its own, so a later script may bear a lower number.
                .outOfOrder(true)
                .load();
        flyway.migrate();
        scripts = flyway.info().applied().length;
    }

    private String product() {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        } catch (SQLException unreachable) {
            throw new IllegalStateException("the database does not answer", unreachable);
        }
    }

    /** How many scripts of this build the database does not show as done; asked of the database each time. */
    public int pending() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet done = statement.executeQuery(
                        "select count(*) from \"flyway_schema_history\" where \"success\" = true and \"version\" is not null")) {
            done.next();
            return scripts - done.getInt(1);
        }
    }
}
