// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.supervision.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.guidang.evidence.core.EvidenceVerdict;
import org.guidang.evidence.core.EvidenceVerifier;
import org.guidang.seal.core.SignedContent;
import org.guidang.seal.core.Trust;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/**
 * Evidence records that an archive keeps of a whole package travel beside it as {@code <name>.sm3.ers} and {@code
 * <name>.sha-256.ers}; where they lie there, they have to hold.
 */
final class EvidenceBeside {

    /** A record is parsed as a whole. A thousand packages give one of two KiB, a renewal adds one; this is far beyond. */
    static final long LARGEST = 16 << 20;

    private EvidenceBeside() {}

    static void verify(Path zip, Trust trust, Instant at, Consumer<Finding> findings, Consumer<String> covered)
            throws IOException {
        for (String suffix : List.of(".sm3.ers", ".sha-256.ers")) {
            Path record = zip.resolveSibling(zip.getFileName() + suffix);
            if (!Files.isRegularFile(record)) {
                continue;
            }
            String name = record.getFileName().toString();
            if (Files.size(record) > LARGEST) {
                findings.accept(tooLarge(record).in(name));
                continue;
            }
            EvidenceVerdict verdict =
                    new EvidenceVerifier(trust).verify(Files.readAllBytes(record), List.of(SignedContent.of(zip)), at);
            verdict.findings().forEach(finding -> findings.accept(finding.in(name)));
            verdict.provenTime().ifPresent(time -> covered.accept(name + " " + time));
        }
    }

    /** A proof that is there but was not looked at; nothing was proven by it. */
    static Finding tooLarge(Path proof) throws IOException {
        return Finding.undecided(
                        "evidence.beside-too-large", Characteristic.AUTHENTICITY, "supervision.cli.proof-too-large")
                .expecting("≤ " + LARGEST, Files.size(proof));
    }
}
