// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Times every queue page and list of the interface over many packages, and beside each the bare questions over JDBC in the same
 * run, in turns. What is timed of a page is all of it: sign-in by session, desk, counts, rows, rendering, to the last octet.
 */
final class QueueSpeed {

    private static final double BAR = 100;

    private final Product product;
    private final int rounds;
    private final Map<String, Session> sessions = new HashMap<>();

    QueueSpeed(Product product, int rounds) {
        this.product = product;
        this.rounds = rounds;
    }

    void print() throws Exception {
        System.out.println(
                "| asked for | p50 ms | p95 ms | bare p50 ms | bare p95 ms | above the bare, ms | p95 < 100 ms |");
        System.out.println("|---|---|---|---|---|---|---|");
        try (Connection database = Multitude.connect(product.databaseUrl())) {
            for (Queues.Asked asked : Queues.all(samples(database))) {
                Session session = sessions.computeIfAbsent(asked.who(), who -> new Session(product, who));
                Figures ours = Figures.of(rounds, () -> good(session.get(asked.path())));
                Figures bare = Figures.of(rounds, () -> read(database, asked.bare()));
                System.out.printf(
                        "| %s | %.1f | %.1f | %.2f | %.2f | %.1f | %s |%n",
                        asked.name(),
                        ours.p50(),
                        ours.p95(),
                        bare.p50(),
                        bare.p95(),
                        ours.p50() - bare.p50(),
                        ours.p95() < BAR ? "yes" : "**no**");
            }
        }
    }

    /** Numbers from the middle of what was poured in. */
    static Map<String, String> samples(Connection database) throws SQLException {
        Map<String, String> samples = new LinkedHashMap<>();
        for (String[] one : List.of(
                new String[] {
                    "package", "select package_number from archival_package where window_code = 'WZ' and state = 'HELD'"
                },
                new String[] {
                    "application",
                    "select application_number from archival_package where window_code = 'WZ' and state = 'HELD'"
                },
                new String[] {
                    "list",
                    "select list_number from transfer_list where window_code = 'WZ' and state = 'STORED' and packages = 100"
                },
                new String[] {"holding", "select archival_code from holding where agency_code = 'MZ'"})) {
            try (PreparedStatement statement = database.prepareStatement(one[1] + " order by 1 limit 1 offset 5");
                    ResultSet row = statement.executeQuery()) {
                row.next();
                samples.put(one[0], row.getString(1));
            }
        }
        return samples;
    }

    private static HttpResponse<String> good(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    private static int read(Connection database, List<String> questions) throws SQLException {
        int octets = 0;
        for (String question : questions) {
            try (PreparedStatement statement = database.prepareStatement(question);
                    ResultSet rows = statement.executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    for (int column = 1; column <= columns; column++) {
                        String value = rows.getString(column);
                        octets += value == null ? 0 : value.length();
                    }
                }
            }
        }
        return octets;
    }
}
