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
import java.util.concurrent.Future;
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
import org.guidang.shared.core.SpareProcessor;

/**
 * The package under detection with all that several items need of it, made once: its own digests, the proof of its fixing,
 * and the examination of each file. Each is made when first asked for; {@link #begin} does not wait for that.
 */
public final class Subject {

    private final PackageView pack;
    private final Facts facts;
    private final Examiner examiner;
    private final Once<Map<String, FileResult>> files = new Once<>(this::examineFiles);
    private final Once<PackageVerdict> proof = new Once<>(this::prove);
    private final Once<Fixity> zip = new Once<>(this::measure);

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
    public PackageVerdict proof() throws IOException {
        return proof.get();
    }

    private PackageVerdict prove() throws IOException {
        return PackageVerifier.verify(pack, facts.trust(), facts.now());
    }

    /** Length and digests of the zip as it lies here. */
    public Fixity zip() throws IOException {
        return zip.get();
    }

    private Fixity measure() throws IOException {
        try (InputStream octets = Files.newInputStream(pack.file())) {
            return FixityMeter.measure(octets);
        }
    }

    /** The files of the case by path, each examined. */
    public Map<String, FileResult> files() throws IOException {
        return files.get();
    }

    private Map<String, FileResult> examineFiles() throws IOException {
        Map<String, FileResult> results = new LinkedHashMap<>();
        for (PackageEntry entry : content()) {
            results.put(entry.path(), examine(entry));
        }
        return results;
    }

    /**
     * Begins now what most items will ask for: the digests of the zip on one processor, the proof with those of its files on
     * another, which is the same work; whichever is done first examines the files. Where no processor is to spare nothing is
     * begun, and each is made when it is asked for.
     *
     * @return to be ended when the last item has answered, before the package is closed
     */
    Begun begin() {
        Optional<SpareProcessor> spare = SpareProcessor.take();
        if (spare.isEmpty()) {
            return () -> {};
        }
        Future<?> whole = Fence.start(() -> {
            zip.begin();
            files.begin();
        });
        Future<?> parts = Fence.start(() -> {
            proof.begin();
            files.begin();
        });
        return () -> {
            whole.cancel(true);
            parts.cancel(true);
            spare.get().giveBack();
        };
    }

    /** Work begun ahead of the items. */
    interface Begun {

        /** Stops what nobody has asked for. */
        void end();
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
