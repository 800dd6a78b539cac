// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.supervision.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.guidang.seal.core.Trust;
import org.guidang.seal.core.revocation.AllowedHosts;
import org.guidang.seal.core.revocation.OnlineRevocation;
import org.guidang.seal.core.revocation.RevocationPolicy;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.Finding;
import org.guidang.shared.Words;

/**
 * The command line. Exit codes: 0 all passed, 1 something failed, 2 something undecided and nothing failed, 64 wrong
 * usage, 70 our own fault.
 */
public final class Archivectl {

    static final int USAGE = 64;
    static final int OUR_FAULT = 70;

    /** For one answer about a certificate. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;

    Archivectl(PrintStream out, PrintStream err, Clock clock) {
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    public static void main(String[] words) {
        // The libraries' logging facade has nothing to log to here and need not say so.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        // Nor is what a library prints about a stranger's file part of a report; ours goes to the streams above.
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        int code = new Archivectl(out, err, Clock.systemUTC()).run(List.of(words));
        out.flush();
        System.exit(code);
    }

    int run(List<String> words) {
        Locale locale = Locale.SIMPLIFIED_CHINESE;
        try {
            Options options = Options.parse(words, clock.instant());
            locale = options.locale();
            return run(options);
        } catch (UsageException wrong) {
            err.println(Reporter.printable(Words.say(locale, wrong.key(), wrong.arguments())));
            err.println(Words.say(locale, "supervision.cli.usage"));
            return USAGE;
        } catch (BusinessRuleException refused) {
            err.println(Reporter.printable(
                    Words.say(locale, refused.key(), refused.arguments().toArray())));
            for (Finding finding : refused.findings()) {
                err.println(Reporter.printable("  " + Words.say(locale, finding) + " <" + finding.code() + ">"));
            }
            return 1;
        } catch (IOException | RuntimeException | Error ours) {
            err.println(Reporter.printable(Words.say(locale, "supervision.cli.our-fault", ours.toString())));
            return OUR_FAULT;
        }
    }

    private int run(Options options) throws UsageException, IOException {
        if (options.command().isEmpty() || options.command().equals("help")) {
            out.println(Words.say(options.locale(), "supervision.cli.usage"));
            return options.command().isEmpty() ? USAGE : 0;
        }
        Reporter reporter = new Reporter(out, options);
        try {
            run(options, reporter);
        } catch (BusinessRuleException refused) {
            if (!options.json()) {
                throw refused;
            }
            reporter.report(FileReport.refused(String.join(" ", options.files()), refused));
        }
        return reporter.exitCode();
    }

    private void run(Options options, Reporter reporter) throws UsageException, IOException {
        switch (options.command()) {
            case "examine" -> new Examining(reporter, options, trust(options)).examine();
            case "verify" -> new Examining(reporter, options, trust(options)).verify();
            case "package" -> new Fixing(reporter, options, trust(options), clock).fix();
            case "export" -> new Exchanging(reporter, options, trust(options), clock).export();
            case "import" -> new Exchanging(reporter, options, trust(options), clock).take();
            case "inspect" -> new Inspecting(out, options).inspect();
            default -> throw new UsageException("supervision.cli.command-unknown", options.command());
        }
    }

    /** What lies in all folders named; nothing else. Nobody is asked for revocations but by {@code --online}. */
    private Trust trust(Options options) throws UsageException {
        Trust trust = Trust.none();
        for (Path folder : options.anchors()) {
            try {
                trust = trust.and(Trust.load(folder));
            } catch (IOException unreadable) {
                throw new UsageException("supervision.cli.anchors-unreadable", folder);
            }
        }
        AllowedHosts hosts = options.online();
        return hosts.nobody()
                ? trust
                : trust.with(new RevocationPolicy(new OnlineRevocation(hosts, PATIENCE, clock), false));
    }
}
