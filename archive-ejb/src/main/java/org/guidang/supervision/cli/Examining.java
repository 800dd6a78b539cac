// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.supervision.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.guidang.detection.DetectionReport;
import org.guidang.detection.Phase;
import org.guidang.detection.Profile;
import org.guidang.detection.core.Facts;
import org.guidang.detection.core.FileResult;
import org.guidang.detection.core.PackageDetection;
import org.guidang.detection.core.pack.SubmittedFile;
import org.guidang.detection.core.virus.VirusScanner;
import org.guidang.packaging.core.LateTime;
import org.guidang.packaging.core.PackageReader;
import org.guidang.packaging.core.PackageVerdict;
import org.guidang.packaging.core.PackageVerifier;
import org.guidang.packaging.core.PackageView;
import org.guidang.packaging.core.eep.EepReader;
import org.guidang.packaging.core.eep.EepReading;
import org.guidang.packaging.core.eep.EepVerifier;
import org.guidang.packaging.core.zip.ZipLimits;
import org.guidang.seal.core.Trust;
import org.guidang.shared.Actor;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.shared.Outcome;
import org.guidang.transfer.core.ListVerifier;
import org.guidang.transfer.core.ReplyVerifier;

/** Examines files one after the other; what one of them does touches no other. */
final class Examining {

    private static final int HEAD = 64;

    private final Reporter reporter;
    private final Options options;
    private final Trust trust;
    private final SubmittedFile submitted = new SubmittedFile();
    private final VirusScanner scanner;
    private final Optional<Phase> stage;
    private final Profile profile;

    Examining(Reporter reporter, Options options, Trust trust) throws UsageException {
        this.reporter = reporter;
        this.options = options;
        this.trust = trust;
        this.scanner = options.scanner();
        this.stage = options.stage();
        this.profile = options.profile();
    }

    /** Any single file or package: what it is, and everything that is wrong with it. */
    void examine() throws UsageException, IOException {
        for (String name : files()) {
            reporter.report(within(name, this::examine));
        }
    }

    /** Packages, transfer lists, receipts and formal replies that must prove themselves: what was never fixed fails. */
    void verify() throws UsageException, IOException {
        for (String name : files()) {
            reporter.report(within(name, this::verify));
        }
    }

    @FunctionalInterface
    private interface Work {
        FileReport on(String name, Path file) throws IOException;
    }

    /** A folder stands for the files in it. */
    private List<String> files() throws UsageException, IOException {
        if (options.files().isEmpty()) {
            throw new UsageException("supervision.cli.no-file");
        }
        List<String> all = new ArrayList<>();
        for (String name : options.files()) {
            Path path = Options.path(name);
            if (Files.isDirectory(path)) {
                try (Stream<Path> inside = Files.walk(path)) {
                    inside.filter(Files::isRegularFile)
                            .map(Path::toString)
                            .sorted()
                            .forEach(all::add);
                }
            } else {
                all.add(name);
            }
        }
        return all;
    }

    private FileReport within(String name, Work work) throws UsageException {
        Path file = Options.path(name);
        try {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                return unreadable(name, "?");
            }
            return work.on(name, file);
        } catch (IOException unreadable) {
            return unreadable(name, unreadable.getMessage());
        }
    }

    private static FileReport unreadable(String name, String why) {
        Finding finding = Finding.undecided(
                        "file.unreadable", Characteristic.USABILITY, "supervision.cli.file-unreadable")
                .in(name)
                .expecting("", why);
        return new FileReport(name, "unknown", Outcome.INDETERMINATE, List.of(finding), 1, List.of());
    }

    private FileReport examine(String name, Path file) throws IOException {
        FileResult result = submitted.examine(file, name, trust, options.at(), scanner);
        boolean zip = result.identification().format().id().equals("zip");
        return new FileReport(
                name,
                result.identification().format().id(),
                result.outcome(),
                result.findings(),
                result.total(),
                result.covered(),
                stage.isPresent() && zip ? items(file, stage.get()) : null);
    }

    /** All items of the stage, as in a dry run at the server: nothing is known beside the package. */
    private DetectionReport items(Path file, Phase phase) throws IOException {
        Clock judged = Clock.fixed(options.at(), ZoneOffset.UTC);
        return new PackageDetection(judged)
                .run(
                        file,
                        tokenBeside(file),
                        new PackageDetection.About("", 0, new Actor("archivectl", "archivectl", "", Set.of())),
                        phase,
                        profile,
                        Facts.of(options.at(), trust, scanner));
    }

    private FileReport verify(String name, Path file) throws IOException {
        if (name.endsWith(".ers")) {
            return examine(name, file);
        }
        if (EepReader.isEep(file)) {
            return verifyEncapsulation(name, file);
        }
        byte[] head = head(file);
        if (ReplyVerifier.takes(head)) {
            return report(name, new ReplyVerifier(trust, options.at()).verify(file, name));
        }
        return ListVerifier.takes(head) ? verifyList(name, file) : verifyPackage(name, file);
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private FileReport verifyList(String name, Path file) throws IOException {
        return report(name, new ListVerifier(trust, options.at(), options.packages()).verify(file, name));
    }

    private static FileReport report(String name, ListVerifier.Verdict verdict) {
        return new FileReport(
                name,
                verdict.format(),
                verdict.outcome(),
                verdict.findings(),
                verdict.findings().size(),
                verdict.covered());
    }

    private FileReport verifyEncapsulation(String name, Path file) throws IOException {
        EepReading reading = EepReader.read(file);
        List<Finding> findings = EepVerifier.verify(reading, trust, options.at());
        return new FileReport(
                name,
                "eep",
                Outcome.of(findings),
                findings,
                findings.size(),
                List.of(reading.parts().size() + " files", "DA/T 48-2009"));
    }

    private FileReport verifyPackage(String name, Path file) throws IOException {
        try (PackageView view = PackageReader.open(file, ZipLimits.STANDARD, tokenBeside(file))) {
            PackageVerdict verdict = PackageVerifier.verify(view, trust, options.at());
            List<Finding> findings = new ArrayList<>(verdict.findings());
            List<String> covered = new ArrayList<>();
            covered.add(verdict.files() + " / " + view.entries().size() + " files");
            if (verdict.signer() != null) {
                covered.add(verdict.signer().getSubjectX500Principal().getName());
            }
            if (verdict.provenTime() != null) {
                covered.add(verdict.provenTime().toString());
            }
            for (Path unread : unreadProofs(file)) {
                findings.add(
                        EvidenceBeside.tooLarge(unread).in(unread.getFileName().toString()));
            }
            EvidenceBeside.verify(file, trust, options.at(), findings::add, covered::add);
            return new FileReport(name, "package", Outcome.of(findings), findings, findings.size(), covered);
        }
    }

    /** A time-stamp that came after fixing travels beside the zip, as {@code <name>.tst} or {@code <name>.p7s.ers}. */
    static byte[] tokenBeside(Path file) throws IOException {
        for (Path proof : proofsBeside(file)) {
            if (Files.isRegularFile(proof) && Files.size(proof) <= EvidenceBeside.LARGEST) {
                return Files.readAllBytes(proof);
            }
        }
        return null;
    }

    private static List<Path> proofsBeside(Path file) {
        return List.of(
                file.resolveSibling(file.getFileName() + LateTime.TOKEN),
                file.resolveSibling(file.getFileName() + LateTime.RECORD));
    }

    private static List<Path> unreadProofs(Path file) throws IOException {
        List<Path> unread = new ArrayList<>();
        for (Path proof : proofsBeside(file)) {
            if (Files.isRegularFile(proof) && Files.size(proof) > EvidenceBeside.LARGEST) {
                unread.add(proof);
            }
        }
        return unread;
    }
}
