// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.supervision.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import org.guidang.packaging.core.BuiltPackage;
import org.guidang.packaging.core.ManifestSealer;
import org.guidang.packaging.core.PackageFixer;
import org.guidang.packaging.core.PackageReader;
import org.guidang.packaging.core.PackageView;
import org.guidang.packaging.core.SigningSealer;
import org.guidang.seal.core.Trust;
import org.guidang.shared.Outcome;

/**
 * {@code package --key FILE.p12 [--tsa URL] --output FILE PACKAGE}: fixes a package that another system built. The
 * password comes from the environment variable {@code ARCHIVECTL_PASSWORD}, else from the terminal; never from the
 * command line, which others can read.
 */
final class Fixing {

    private final Reporter reporter;
    private final Options options;
    private final Trust trust;
    private final Clock clock;

    Fixing(Reporter reporter, Options options, Trust trust, Clock clock) {
        this.reporter = reporter;
        this.options = options;
        this.trust = trust;
        this.clock = clock;
    }

    void fix() throws UsageException, IOException {
        Path target = Options.path(options.values().get("output"));
        if (target == null) {
            throw new UsageException("supervision.cli.no-output");
        }
        if (options.files().size() != 1) {
            throw new UsageException("supervision.cli.one-file");
        }
        Path file = Options.path(options.files().get(0));
        if (!Files.isRegularFile(file)) {
            throw new UsageException("supervision.cli.no-such-file", file);
        }
        if (Files.exists(target)) {
            throw new UsageException("supervision.cli.output-exists", target);
        }
        Signing signing = new Signing(options, trust, clock);
        ManifestSealer sealer = new SigningSealer(
                signing.key("key"),
                signing.authority(),
                clock.instant(),
                trust.revocation().source());
        try (PackageView view = PackageReader.open(file)) {
            BuiltPackage built = PackageFixer.fix(view, sealer, target);
            String time = built.tokenTime() == null ? "-" : built.tokenTime().toString();
            reporter.report(new FileReport(
                    target.toString(),
                    "package",
                    Outcome.PASSED,
                    List.of(),
                    0,
                    List.of(built.manifest().toString(), built.signer(), time)));
        } catch (GeneralSecurityException | IOException | RuntimeException unfinished) {
            Files.deleteIfExists(target);
            if (unfinished instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IOException(unfinished.getMessage(), unfinished);
        }
    }
}
