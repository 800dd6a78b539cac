// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.supervision.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.guidang.packaging.core.LateTime;
import org.guidang.packaging.core.PackageReader;
import org.guidang.packaging.core.PackageView;
import org.guidang.packaging.core.exchange.BagExport;
import org.guidang.packaging.core.exchange.BagImport;
import org.guidang.packaging.core.exchange.OcflExport;
import org.guidang.packaging.core.zip.ZipLimits;
import org.guidang.shared.Fixity;
import org.guidang.shared.Outcome;
import org.guidang.shared.core.FixityMeter;

/** Brings packages into the forms of other systems and back. */
final class Exchanging {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Reporter reporter;
    private final Options options;

    Exchanging(Reporter reporter, Options options) {
        this.reporter = reporter;
        this.options = options;
    }

    /** {@code export --to bagit|ocfl --output FILE PACKAGE}; an existing file is never overwritten. */
    void export() throws UsageException, IOException {
        Path file = onlyFile();
        Path target = target();
        String form = options.values().getOrDefault("to", "");
        if (!form.equals("bagit") && !form.equals("ocfl")) {
            throw new UsageException("supervision.cli.form-unknown", form);
        }
        byte[] token = Examining.tokenBeside(file);
        try (PackageView view = PackageReader.open(file, ZipLimits.STANDARD, token)) {
            boolean sound = Outcome.of(view.findings()) == Outcome.PASSED
                    && !view.entries().isEmpty();
            if (sound && form.equals("bagit")) {
                BagExport.write(
                        view, measure(file), token, options.at().atZone(CHINA).toLocalDate(), target);
            } else if (sound) {
                OcflExport.write(view, options.at(), target);
            }
            reporter.report(new FileReport(
                    sound ? target.toString() : file.toString(),
                    sound ? form : "package",
                    Outcome.of(view.findings()),
                    view.findings(),
                    view.findings().size(),
                    java.util.List.of()));
        } catch (FileAlreadyExistsException there) {
            throw new UsageException("supervision.cli.output-exists", target);
        }
    }

    /** {@code import --output FILE BAG}. */
    void take() throws UsageException, IOException {
        Path file = onlyFile();
        Path target = target();
        if (Files.exists(target)) {
            throw new UsageException("supervision.cli.output-exists", target);
        }
        BagImport.Imported imported = BagImport.read(file, target);
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
                java.util.List.of(
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
