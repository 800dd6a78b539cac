// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.guidang.shared.Fixity;
import org.guidang.shared.core.FixityMeter;

/** The packages themselves against the rows of a list: every one is there with its octets, and no other. */
final class PackageComparison {

    private static final String KIND = ".zip";

    private final ProofFindings findings;

    PackageComparison(ProofFindings findings) {
        this.findings = findings;
    }

    /**
     * Files are told by what they hold; a file named after a package that holds something else is that package changed.
     *
     * @param folder searched through, its folders too, for files that end in {@code .zip}
     * @return how many packages of the list are there unchanged
     */
    int compare(SignedList list, Path folder) throws IOException {
        Map<Fixity, Path> there = new HashMap<>();
        Map<Path, Fixity> unclaimed = new HashMap<>();
        for (Path file : zips(folder)) {
            try (InputStream in = Files.newInputStream(file)) {
                Fixity fixity = FixityMeter.measure(in);
                there.putIfAbsent(fixity, file);
                unclaimed.put(file, fixity);
            }
        }
        int found = 0;
        for (SignedList.Pack pack : list.packages()) {
            Path file = there.get(pack.zip());
            if (file != null) {
                unclaimed.remove(file);
                found++;
            }
        }
        for (SignedList.Pack pack : list.packages()) {
            if (!there.containsKey(pack.zip())) {
                absent(pack, unclaimed);
            }
        }
        unclaimed.keySet().stream()
                .sorted()
                .forEach(file -> findings.warned("transfer.proof.package-unlisted", file.toString(), "", ""));
        return found;
    }

    private void absent(SignedList.Pack pack, Map<Path, Fixity> unclaimed) {
        Path changed = unclaimed.keySet().stream()
                .filter(file -> file.getFileName().toString().contains(pack.number()))
                .min(Path::compareTo)
                .orElse(null);
        if (changed == null) {
            findings.failed(
                    "transfer.proof.package-missing", pack.number(), pack.zip().sm3(), "");
        } else {
            Fixity now = unclaimed.remove(changed);
            findings.failed(
                    "transfer.proof.package-differs",
                    changed.toString(),
                    pack.zip().sm3(),
                    now.sm3());
        }
    }

    private static List<Path> zips(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(KIND))
                    .sorted()
                    .toList();
        }
    }
}
