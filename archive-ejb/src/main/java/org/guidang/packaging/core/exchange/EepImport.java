// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.guidang.packaging.core.eep.EepReader;
import org.guidang.packaging.core.eep.EepReading;
import org.guidang.packaging.core.eep.EepVerifier;
import org.guidang.seal.core.Trust;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.shared.Fixity;
import org.guidang.shared.Outcome;

/**
 * Takes the package out of an encapsulation: the files of its latest state. Read twice, first to judge, then to decode
 * what is wanted into a folder beside the target, under names of our own.
 */
final class EepImport {

    private EepImport() {}

    static Imported read(Path file, Path target, Trust trust, Instant at) throws IOException {
        EepReading reading = EepReader.read(file);
        List<Finding> findings = new java.util.ArrayList<>(EepVerifier.verify(reading, trust, at));
        Map<String, String> wanted = new LinkedHashMap<>();
        Set<String> ids = new HashSet<>();
        for (EepReading.Part part : reading.parts()) {
            if (wanted.put(part.path(), part.octetsId()) != null) {
                findings.add(Finding.failed("eep.name-twice", Characteristic.INTEGRITY, "packaging.eep.name-twice")
                        .in(part.path()));
            }
            ids.add(part.octetsId());
        }
        if (Outcome.of(findings) == Outcome.FAILED) {
            ImportGate.refuseBad(file, findings);
        }
        Path folder = Files.createTempDirectory(target.toAbsolutePath().getParent(), ".guidang-eep");
        try {
            return restore(file, target, reading, wanted, ids, findings, folder);
        } finally {
            remove(folder);
        }
    }

    private static Imported restore(
            Path file,
            Path target,
            EepReading reading,
            Map<String, String> wanted,
            Set<String> ids,
            List<Finding> findings,
            Path folder)
            throws IOException {
        Map<String, Path> decoded = new HashMap<>();
        EepReader.read(file, id -> {
            if (!ids.contains(id)) {
                return null;
            }
            Path octets = folder.resolve(String.valueOf(decoded.size()));
            decoded.put(id, octets);
            return new java.io.BufferedOutputStream(Files.newOutputStream(octets, StandardOpenOption.CREATE_NEW));
        });
        Map<String, PackageRestore.Held> files = new LinkedHashMap<>();
        for (EepReading.Part part : reading.parts()) {
            files.put(
                    part.path(),
                    held(
                            decoded.get(wanted.get(part.path())),
                            reading.fixity(part).orElseThrow()));
        }
        Optional<byte[]> token =
                reading.laterToken().map(text -> Base64.getMimeDecoder().decode(text));
        Fixity[] written = new Fixity[1];
        written[0] = ImportGate.guarded(file, findings, () -> PackageRestore.write(files, target));
        Optional<Finding> other =
                PackageRestore.compare("eep", "附注", reading.recordedDigest().orElse(""), written[0]);
        if (other.isPresent()) {
            Files.deleteIfExists(target);
            findings.add(other.get());
            ImportGate.refuseBad(file, findings);
        }
        return new Imported("eep", written[0], token, findings);
    }

    private static PackageRestore.Held held(Path octets, Fixity fixity) {
        return new PackageRestore.Held() {
            @Override
            public long octets() {
                return fixity.octets();
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(octets);
            }
        };
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
