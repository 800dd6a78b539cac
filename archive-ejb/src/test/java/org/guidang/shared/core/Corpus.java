// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.guidang.seal.core.Trust;
import org.junit.jupiter.api.Assumptions;

/**
 * The test corpus, read in place: at the system property {@code guidang.corpus}, else in a folder {@code
 * shared/corpus} beside one of the working directory's parents. Where it is absent the test is skipped, and says so.
 */
public final class Corpus {

    private static final BouncyCastleProvider BC = new BouncyCastleProvider();

    /** One row of manifest.csv. */
    public record Row(String path, String what, String verdict, String firmness, String expected) {
        public boolean firm() {
            return firmness.equals("firm");
        }

        public Path file() {
            return root().resolve(path);
        }

        @Override
        public String toString() {
            return path;
        }
    }

    private Corpus() {}

    /** The folder; skips the running test when there is none. */
    public static Path root() {
        String named = System.getProperty("guidang.corpus");
        Path found = named != null ? Path.of(named) : null;
        for (Path at = Path.of("").toAbsolutePath(); found == null && at != null; at = at.getParent()) {
            Path beside = at.resolve("shared/corpus");
            found = Files.isRegularFile(beside.resolve("manifest.csv")) ? beside : null;
        }
        if (found == null || !Files.isRegularFile(found.resolve("manifest.csv"))) {
            System.err.println("!!! SKIPPED: test corpus not found (set -Dguidang.corpus=<folder>)");
            Assumptions.abort("test corpus not found");
        }
        return found;
    }

    /** Rows whose path begins so and that are inputs, not reference material. */
    public static List<Row> rows(String prefix) {
        try {
            List<Row> rows = new ArrayList<>();
            for (List<String> cells : cells(Files.readString(root().resolve("manifest.csv")))) {
                if (cells.size() >= 7
                        && cells.get(0).startsWith(prefix)
                        && !cells.get(4).equals("REFERENCE")) {
                    rows.add(new Row(cells.get(0), cells.get(3), cells.get(4), cells.get(5), cells.get(6)));
                }
            }
            return rows;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The test authority of folder 12-pki-sm2: its root alone is believed. */
    public static Trust sm2Trust() {
        Path folder = root().resolve("12-pki-sm2");
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509", BC);
            try (InputStream root = Files.newInputStream(folder.resolve("root.pem"));
                    InputStream sub = Files.newInputStream(folder.resolve("sub.pem"));
                    InputStream list = Files.newInputStream(folder.resolve("sub.crl"))) {
                return new Trust(
                        List.of((X509Certificate) factory.generateCertificate(root)),
                        List.of((X509Certificate) factory.generateCertificate(sub)),
                        List.of((X509CRL) factory.generateCRL(list)));
            }
        } catch (IOException | CertificateException | java.security.cert.CRLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static List<List<String>> cells(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = csv.charAt(0) == '\ufeff' ? 1 : 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(cell.toString().stripTrailing());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else {
                cell.append(c);
            }
        }
        return rows;
    }
}
