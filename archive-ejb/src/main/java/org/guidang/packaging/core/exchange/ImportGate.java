// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guidang.packaging.core.zip.ZipRefusedException;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.BusinessRuleException.Kind;
import org.guidang.shared.Finding;
import org.guidang.shared.Fixity;
import org.guidang.shared.Outcome;

/** What all imports hold to: a bad package is refused with all that is wrong, and leaves nothing behind. */
final class ImportGate {

    /** Writes the package. */
    @FunctionalInterface
    interface Writing {
        Fixity write() throws IOException;
    }

    private ImportGate() {}

    static void refuseBad(Path file, List<Finding> findings) {
        if (Outcome.of(findings) != Outcome.PASSED) {
            throw new BusinessRuleException(
                    Kind.CONTENT,
                    "packaging.import.refused",
                    findings,
                    file.getFileName().toString());
        }
    }

    /** Writes; content that is not what its form says, and names that readers take differently, are refusals. */
    static Fixity guarded(Path file, List<Finding> findings, Writing writing) throws IOException {
        try {
            return writing.write();
        } catch (ZipRefusedException refused) {
            findings.add(refused.finding());
            refuseBad(file, findings);
            throw refused;
        } catch (IllegalArgumentException badName) {
            throw new BusinessRuleException(
                    Kind.CONTENT, "packaging.import.bad-name", findings, String.valueOf(badName.getMessage()));
        }
    }

    /**
     * Writes the package and compares it with what was recorded on export.
     *
     * @param place where that was recorded
     * @param recorded SHA-256 of the zip; empty for none
     */
    static Imported write(
            String form,
            Path file,
            Map<String, PackageRestore.Held> files,
            Path target,
            List<Finding> findings,
            Optional<byte[]> laterToken,
            String place,
            String recorded)
            throws IOException {
        Fixity written = guarded(file, findings, () -> PackageRestore.write(files, target));
        Optional<Finding> other = PackageRestore.compare(form, place, recorded, written);
        if (other.isPresent()) {
            Files.deleteIfExists(target);
            findings.add(other.get());
        }
        refuseBad(file, findings);
        return new Imported(form, written, laterToken, findings);
    }
}
