// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guidang.packaging.core.PackageEntry;
import org.guidang.packaging.core.PackageEntry.Part;
import org.guidang.packaging.core.PackageVerdict;
import org.guidang.packaging.core.PackageVerifier;
import org.guidang.packaging.core.PackageView;
import org.guidang.packaging.core.zip.ZipRefusedException;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.shared.Fixity;
import org.guidang.shared.Outcome;
import org.guidang.shared.core.FixityMeter;

/**
 * The package under detection with all that several items need of it, made once: the proof of its fixing, and the
 * examination of each file. Items ask one after the other.
 */
public final class Subject {

    private final PackageView pack;
    private final Facts facts;
    private final Examiner examiner;
    private Map<String, FileResult> files;
    private PackageVerdict proof;
    private Fixity zip;

    public Subject(PackageView pack, Facts facts, Examiner examiner) {
        this.pack = pack;
        this.facts = facts;
        this.examiner = examiner;
    }

    public PackageView pack() {
        return pack;
    }

    public Facts facts() {
        return facts;
    }

    /** The files of the case, in the order of the zip. */
    public List<PackageEntry> content() {
        return pack.entries(Part.CONTENT);
    }

    public Optional<PackageEntry> contentAt(String path) {
        return pack.entry(path).filter(entry -> entry.part() == Part.CONTENT);
    }

    /** Manifest, digests, signature and time-stamp of the package, verified. */
    public synchronized PackageVerdict proof() throws IOException {
        if (proof == null) {
            proof = PackageVerifier.verify(pack, facts.trust(), facts.now());
        }
        return proof;
    }

    /** Length and digests of the zip as it lies here. */
    public synchronized Fixity zip() throws IOException {
        if (zip == null) {
            try (InputStream octets = Files.newInputStream(pack.file())) {
                zip = FixityMeter.measure(octets);
            }
        }
        return zip;
    }

    /** The files of the case by path, each examined. */
    public synchronized Map<String, FileResult> files() throws IOException {
        if (files == null) {
            Map<String, FileResult> results = new LinkedHashMap<>();
            for (PackageEntry entry : content()) {
                results.put(entry.path(), examine(entry));
            }
            files = results;
        }
        return files;
    }

    /** Every finding about every file of the case. */
    public List<Finding> fileFindings() throws IOException {
        List<Finding> all = new ArrayList<>();
        files().values().forEach(result -> all.addAll(result.findings()));
        return all;
    }

    /** Unpacks one file under a name of ours, examines it, removes it. */
    private FileResult examine(PackageEntry entry) throws IOException {
        Path copy = Files.createTempFile("detection", ".file");
        try {
            try (InputStream content = pack.open(entry.path())) {
                Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
            } catch (ZipRefusedException refused) {
                FileFormat unknown = FormatTable.shipped().get("unknown");
                Finding finding = Finding.failed(
                                "file.not-unpacked", Characteristic.INTEGRITY, "detection.file.not-unpacked")
                        .in(entry.path())
                        .with(refused.finding().code());
                return new FileResult(
                        entry.path(),
                        new Identification(unknown, FormatTable.shipped().claimedBy(entry.path()), List.of(), ""),
                        Outcome.FAILED,
                        List.of(finding),
                        1,
                        List.of());
            }
            return examiner.examine(copy, entry.path(), facts.trust(), facts.now());
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
