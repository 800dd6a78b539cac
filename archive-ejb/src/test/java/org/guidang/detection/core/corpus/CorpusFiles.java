// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import org.guidang.detection.CheckItem;
import org.guidang.detection.DetectionReport;
import org.guidang.detection.ItemResult;
import org.guidang.detection.core.Facts;
import org.guidang.detection.core.virus.VirusScanner;
import org.guidang.packaging.core.PackageSamples;
import org.guidang.shared.Finding;
import org.guidang.shared.Fixity;
import org.guidang.shared.Outcome;
import org.guidang.shared.core.FixityMeter;

/** The files of the published corpus as the generator makes them: the same octets on every machine. */
final class CorpusFiles {

    private CorpusFiles() {}

    /** All but the expected findings, which people have read and which no generator may overwrite: octets by path. */
    static Map<String, byte[]> generate(Path work) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        Map<BadPackages.Case, byte[]> made = new IdentityHashMap<>();
        List<String> rows = new ArrayList<>();
        rows.add("folder,kind,edition,stage,item,method,octets,sha256");
        for (CorpusFolder folder : CorpusFolder.all().values()) {
            byte[] octets = made.computeIfAbsent(folder.sample(), sample -> octets(sample, work));
            Fixity fixity = FixityMeter.measure(octets);
            if (folder.published()) {
                files.put(folder.path() + "/package.zip", octets);
            }
            files.put(folder.path() + "/known.txt", Fixture.text(known(folder.sample(), fixity)));
            rows.add(row(folder, fixity));
        }
        files.put("manifest.csv", Fixture.text(String.join("\n", rows) + "\n"));
        try {
            files.put(
                    "anchors/root.pem",
                    pem("CERTIFICATE", Fixture.AUTHORITY.root().getEncoded()));
            files.put(
                    "anchors/root.crl",
                    pem("X509 CRL", Fixture.AUTHORITY.revocationList().getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        return files;
    }

    private static byte[] octets(BadPackages.Case sample, Path work) {
        Path zip = work.resolve("package.zip");
        try {
            byte[] octets = Files.readAllBytes(sample.fixture().write(zip));
            Files.delete(zip);
            return octets;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String row(CorpusFolder folder, Fixity fixity) {
        String method = folder.profile().items(folder.phase()).stream()
                .filter(item -> item.code().equals(folder.item()))
                .map(CheckItem::method)
                .findFirst()
                .orElse("");
        return String.join(
                ",",
                folder.path(),
                folder.good() ? "good" : "bad",
                folder.profile().id(),
                folder.phase().name(),
                folder.item(),
                method,
                String.valueOf(fixity.octets()),
                fixity.sha256());
    }

    /** What the examining side knows beside the package, one thing a line. */
    private static String known(BadPackages.Case sample, Fixity measured) {
        Facts facts =
                sample.more().apply(Facts.of(Fixture.NOW, Fixture.AUTHORITY.trust(), VirusScanner.absent()), measured);
        StringBuilder text = new StringBuilder("at " + PackageSamples.NOW + "\n");
        facts.registered()
                .ifPresent(
                        registered -> text.append("registered octets=%d sm3=%s sha256=%s files=%d content-octets=%d%n"
                                .formatted(
                                        registered.zip().octets(),
                                        registered.zip().sm3(),
                                        registered.zip().sha256(),
                                        registered.files(),
                                        registered.contentOctets())));
        facts.register().ifPresent(register -> {
            text.append(register.row("33000001-2026-000123", 1)
                    .map(row -> "register application=%s item=%s title=%s%n"
                            .formatted(row.applicationNumber(), row.itemCode(), row.title()))
                    .orElse("register has no such package\n"));
            register.otherPackageOf("330000261711151100004", "33000001-2026-000123")
                    .ifPresent(other -> text.append("register other-package-of-the-case=" + other + "\n"));
        });
        facts.scope()
                .ifPresent(scope -> scope.forEach(material ->
                        text.append("scope " + material.name() + (material.required() ? " required" : "") + "\n")));
        text.append("carrier " + facts.carrier() + "\n");
        text.append(sample.scanned() ? "scanner with the signature of the EICAR test string\n" : "scanner none\n");
        return text.toString();
    }

    private static byte[] pem(String type, byte[] der) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (PemWriter pem = new PemWriter(new OutputStreamWriter(octets, StandardCharsets.US_ASCII))) {
            pem.writeObject(new PemObject(type, der));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return octets.toByteArray();
    }

    /** Every item that did not simply pass, with the reason or the findings; one not named passed. */
    static String told(DetectionReport report) {
        StringBuilder lines = new StringBuilder();
        for (ItemResult item : report.items()) {
            if (item.outcome() == Outcome.PASSED && item.findings().isEmpty()) {
                continue;
            }
            boolean excused = item.outcome() != Outcome.PASSED && item.outcome() != Outcome.FAILED;
            lines.append(item.code() + " " + item.outcome()
                            + (excused && !item.reason().isEmpty() ? " " + item.reason() : ""))
                    .append("\n");
            for (Finding finding : item.findings()) {
                lines.append(("  " + finding.message() + " " + finding.file()).stripTrailing())
                        .append("\n");
            }
        }
        return lines.toString();
    }
}
