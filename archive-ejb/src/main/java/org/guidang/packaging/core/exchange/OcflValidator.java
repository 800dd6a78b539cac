// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.exchange;

import io.ocfl.api.model.ValidationIssue;
import io.ocfl.api.model.ValidationResults;
import io.ocfl.core.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.guidang.packaging.core.zip.ZipRefusedException;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.shared.Level;

/**
 * Judges an OCFL object (OCFL 1.0 and 1.1) with ocfl-java, in a temporary folder that is gone afterwards. The zip must
 * have passed the guard before, so that no name in it leads elsewhere. A file {@code .keep} stands for an empty folder.
 */
public final class OcflValidator {

    private static final Pattern ROOT_FILE =
            Pattern.compile("0=ocfl_object_[0-9.]+|inventory\\.json(\\.[A-Za-z0-9-]+)?");

    static {
        OcflDigest.register();
    }

    private OcflValidator() {}

    /** Reports errors as failures and warnings as warnings, each with the code the specification gives it. */
    public static void validate(FileTree object, Consumer<Finding> findings) throws IOException {
        Path folder = Files.createTempDirectory("guidang-ocfl");
        try {
            unpack(object, folder);
            judgeRoot(object, findings);
            ValidationResults results = Validator.validateObject(folder, true);
            report(results.getErrors(), Level.MUST, findings);
            report(results.getWarnings(), Level.SHOULD, findings);
        } catch (IllegalFormatException stumbled) {
            // ocfl-java 2.2.3 stumbles over its own sentence for some files in the root.
            findings.accept(
                    Finding.undecided("ocfl.unfinished", Characteristic.INTEGRITY, "packaging.ocfl.unfinished"));
        } catch (ZipRefusedException refused) {
            findings.accept(refused.finding());
        } catch (InvalidPathException unwritable) {
            findings.accept(Finding.undecided("ocfl.unwritable", Characteristic.USABILITY, "packaging.ocfl.unwritable")
                    .expecting("", unwritable.getReason()));
        } finally {
            remove(folder);
        }
    }

    /** OCFL 3.1, E001: in the root only declaration, inventory and its sidecar are files. */
    private static void judgeRoot(FileTree object, Consumer<Finding> findings) {
        for (String path : object.paths()) {
            if (path.indexOf('/') < 0 && !ROOT_FILE.matcher(path).matches()) {
                findings.accept(Finding.failed("ocfl.E001", Characteristic.INTEGRITY, "packaging.ocfl.issue")
                        .in(path)
                        .expecting("E001", path));
            }
        }
    }

    private static void unpack(FileTree object, Path folder) throws IOException {
        for (String path : object.paths()) {
            Path target = folder.resolve(path).normalize();
            if (!target.startsWith(folder) || target.equals(folder)) {
                throw new IOException("name leads outside");
            }
            Files.createDirectories(target.getParent());
            if (!target.getFileName().toString().equals(".keep")) {
                try (InputStream content = object.open(path)) {
                    Files.copy(content, target);
                }
            }
        }
    }

    private static void report(List<ValidationIssue> issues, Level level, Consumer<Finding> findings) {
        for (ValidationIssue issue : issues) {
            findings.accept(
                    Finding.failed("ocfl." + issue.getCode().name(), Characteristic.INTEGRITY, "packaging.ocfl.issue")
                            .of(level)
                            .expecting(issue.getCode().name(), issue.getMessage()));
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
