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
import org.guidang.shared.Finding;

/**
 * Evidence records that an archive keeps of a whole package travel beside it as {@code <name>.sm3.ers} and {@code
 * <name>.sha-256.ers}; where they lie there, they have to hold.
 */
final class EvidenceBeside {

    private static final long LARGEST = 1 << 20;

    private EvidenceBeside() {}

    static void verify(Path zip, Trust trust, Instant at, Consumer<Finding> findings, Consumer<String> covered)
            throws IOException {
        for (String suffix : List.of(".sm3.ers", ".sha-256.ers")) {
            Path record = zip.resolveSibling(zip.getFileName() + suffix);
            if (!Files.isRegularFile(record) || Files.size(record) > LARGEST) {
                continue;
            }
            EvidenceVerdict verdict =
                    new EvidenceVerifier(trust).verify(Files.readAllBytes(record), List.of(SignedContent.of(zip)), at);
            String name = record.getFileName().toString();
            verdict.findings().forEach(finding -> findings.accept(finding.in(name)));
            verdict.provenTime().ifPresent(time -> covered.accept(name + " " + time));
        }
    }
}
