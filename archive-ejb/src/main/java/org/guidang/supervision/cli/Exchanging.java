// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.supervision.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.guidang.packaging.core.LateTime;
import org.guidang.packaging.core.PackageReader;
import org.guidang.packaging.core.PackageView;
import org.guidang.packaging.core.eep.EepExport;
import org.guidang.packaging.core.eep.EepSigner;
import org.guidang.packaging.core.exchange.BagExport;
import org.guidang.packaging.core.exchange.EarkExport;
import org.guidang.packaging.core.exchange.Imported;
import org.guidang.packaging.core.exchange.OcflExport;
import org.guidang.packaging.core.exchange.PackageImport;
import org.guidang.packaging.core.zip.ZipLimits;
import org.guidang.seal.core.Trust;
import org.guidang.shared.Finding;
import org.guidang.shared.Fixity;
import org.guidang.shared.Outcome;
import org.guidang.shared.core.FixityMeter;

/** Brings packages into the forms of other systems and back. */
final class Exchanging {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private static final Set<String> FORMS = Set.of("bagit", "ocfl", "eark", "eep");

    private final Reporter reporter;
    private final Options options;
    private final Trust trust;
    private final Clock clock;

    Exchanging(Reporter reporter, Options options, Trust trust, Clock clock) {
        this.reporter = reporter;
        this.options = options;
        this.trust = trust;
        this.clock = clock;
    }

    /** {@code export --to bagit|ocfl|eark|eep --output FILE PACKAGE}; an existing file is never overwritten. */
    void export() throws UsageException, IOException {
        Path file = onlyFile();
        Path target = target();
        String form = options.values().getOrDefault("to", "");
        if (!FORMS.contains(form)) {
            throw new UsageException("supervision.cli.form-unknown", form);
        }
        byte[] token = Examining.tokenBeside(file);
        try (PackageView view = PackageReader.open(file, ZipLimits.STANDARD, token)) {
            boolean sound = Outcome.of(view.findings()) == Outcome.PASSED
                    && !view.entries().isEmpty();
            List<Finding> findings = new ArrayList<>(view.findings());
            if (sound) {
                findings.addAll(write(form, view, file, token, target));
            }
            reporter.report(new FileReport(
                    sound ? target.toString() : file.toString(),
                    sound ? form : "package",
                    Outcome.of(findings),
                    findings,
                    findings.size(),
                    List.of()));
        } catch (FileAlreadyExistsException there) {
            throw new UsageException("supervision.cli.output-exists", target);
        }
    }

    private List<Finding> write(String form, PackageView view, Path file, byte[] token, Path target)
            throws UsageException, IOException {
        switch (form) {
            case "bagit" ->
                BagExport.write(
                        view, measure(file), token, options.at().atZone(CHINA).toLocalDate(), target);
            case "ocfl" -> OcflExport.write(view, options.at(), target);
            case "eark" -> EarkExport.write(view, measure(file), token, options.at(), target);
            default -> {
                return encapsulate(view, file, token, target);
            }
        }
        return List.of();
    }

    /** An encapsulation is signed, and locked when a key for that is given; around an earlier one it is a modification. */
    private List<Finding> encapsulate(PackageView view, Path file, byte[] token, Path target)
            throws UsageException, IOException {
        Signing signing = new Signing(options, trust, clock);
        EepSigner signer = new EepSigner(signing.key("key"), signing.authority(), clock.instant());
        EepSigner lock = options.values().containsKey("lock-key")
                ? new EepSigner(signing.key("lock-key"), signing.authority(), clock.instant())
                : null;
        Path previous = Options.path(options.values().get("previous"));
        if (previous != null && !Files.isRegularFile(previous)) {
            throw new UsageException("supervision.cli.no-such-file", previous);
        }
        try {
            return EepExport.write(view, measure(file), token, options.at(), previous, signer, lock, target);
        } catch (GeneralSecurityException unsigned) {
            throw new IOException(unsigned.getMessage(), unsigned);
        }
    }

    /** {@code import --output FILE FILE}: out of a bag, an OCFL object, an E-ARK package or an encapsulation. */
    void take() throws UsageException, IOException {
        Path file = onlyFile();
        Path target = target();
        if (Files.exists(target)) {
            throw new UsageException("supervision.cli.output-exists", target);
        }
        Imported imported = PackageImport.read(file, target, trust, options.at());
        if (imported.laterToken().isPresent()) {
            byte[] proof = imported.laterToken().get();
            Files.write(target.resolveSibling(target.getFileName() + LateTime.suffix(proof)), proof);
        }
        reporter.report(new FileReport(
                target.toString(),
                "package",
                Outcome.of(imported.findings()),
                imported.findings(),
                imported.findings().size(),
                List.of(
                        "SHA-256 " + imported.zip().sha256(),
                        "SM3 " + imported.zip().sm3())));
    }

    private Path onlyFile() throws UsageException {
        if (options.files().size() != 1) {
            throw new UsageException("supervision.cli.one-file");
        }
        Path file = Options.path(options.files().get(0));
        if (!Files.isRegularFile(file)) {
            throw new UsageException("supervision.cli.no-such-file", file);
        }
        return file;
    }

    private Path target() throws UsageException {
        Path target = Options.path(options.values().get("output"));
        if (target == null) {
            throw new UsageException("supervision.cli.no-output");
        }
        return target;
    }

    private static Fixity measure(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return FixityMeter.measure(content);
        }
    }
}
