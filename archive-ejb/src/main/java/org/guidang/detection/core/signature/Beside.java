// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.signature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.guidang.detection.core.Examination;
import org.guidang.seal.core.SignedContent;

/**
 * Finds what a detached signature, time-stamp or evidence record covers, by our convention: the file beside it whose name
 * is its own without the last suffix; else a file beside it that fits by digest; else, when only one file beside it can be
 * meant at all, that one, fitting or not. Looks only when the file lies under its own name, never in a content store
 * where neighbours mean nothing.
 */
final class Beside {

    private static final int MOST_FILES = 64;
    private static final long LARGEST = 256L * 1024 * 1024;
    private static final Set<String> EVIDENCE = Set.of(
            "p7s", "p7m", "p7b", "p7", "sig", "tst", "tsr", "tsq", "er", "ers", "cer", "crt", "der", "pem", "crl",
            "key", "p12", "pfx", "esl", "asics", "asice");

    /** Verifies against content that may be missing. */
    interface Verification<T> {
        T by(SignedContent content) throws IOException;
    }

    /** What was decided, and with which file; the file is null when none was used. */
    record Decided<T>(T verdict, Path file) {}

    private Beside() {}

    /** The verdict with the content that fits best. */
    static <T> Decided<T> decide(Examination examination, Verification<T> verification, Predicate<T> fits)
            throws IOException {
        Path named = byName(examination);
        if (named != null) {
            return new Decided<>(verification.by(SignedContent.of(named)), named);
        }
        List<Path> files = candidates(examination);
        for (Path file : files) {
            T verdict = verification.by(SignedContent.of(file));
            if (fits.test(verdict)) {
                return new Decided<>(verdict, file);
            }
        }
        List<Path> plausible = files.stream()
                .filter(file -> !EVIDENCE.contains(extension(file)))
                .toList();
        if (plausible.size() == 1) {
            Path only = plausible.get(0);
            return new Decided<>(verification.by(SignedContent.of(only)), only);
        }
        return new Decided<>(verification.by(SignedContent.absent()), null);
    }

    /** All files beside that might be covered, the file itself left out. */
    static List<Path> candidates(Examination examination) throws IOException {
        Path self = examination.path();
        if (!liesUnderItsName(examination)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(self.toAbsolutePath().getParent())) {
            List<Path> all = files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .limit(MOST_FILES + 1L)
                    .sorted()
                    .toList();
            if (all.size() > MOST_FILES) {
                return List.of();
            }
            for (Path file : all) {
                if (!file.getFileName().equals(self.getFileName()) && Files.size(file) <= LARGEST) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private static Path byName(Examination examination) {
        String name = examination.path().getFileName().toString();
        int dot = name.lastIndexOf('.');
        if (!liesUnderItsName(examination) || dot < 1) {
            return null;
        }
        Path meant = examination.path().resolveSibling(name.substring(0, dot));
        return Files.isRegularFile(meant, LinkOption.NOFOLLOW_LINKS) ? meant : null;
    }

    private static boolean liesUnderItsName(Examination examination) {
        String name = examination.name();
        String plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return examination.path().getFileName().toString().equals(plain);
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
