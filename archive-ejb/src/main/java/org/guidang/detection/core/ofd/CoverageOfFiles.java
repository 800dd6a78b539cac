// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.ofd;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.guidang.shared.Characteristic;

/**
 * The signature protects every file a reader would show (GB/T 38540-2020 wants the whole document protected; the
 * format alone does not). A page, resource, annotation, template, attachment or OFD.xml outside it fails: whoever holds
 * the file could exchange it and the seal would still verify. A file nothing leads to is only a warning, for it is not
 * shown. Parts of signatures cannot all protect each other and are left out.
 */
final class CoverageOfFiles implements SealStep {

    @Override
    public void examine(SealCase seal) {
        Set<String> covered = new HashSet<>(seal.verified());
        for (SignatureFile.Reference reference : seal.file().references()) {
            // One that was altered or is missing has been reported as that.
            OfdLocation.resolve("", reference.location())
                    .flatMap(name -> seal.parts().spelled(name, reference.place()))
                    .ifPresent(covered::add);
        }
        Map<String, PartKind> reached = seal.parts().reached();
        for (String name : seal.pack().names()) {
            PartKind kind = reached.get(name);
            if (covered.contains(name) || kind != null && kind.belongsToSignatures()) {
                continue;
            }
            if (kind == null) {
                seal.report().warning("ofd.seal.stray-file", Characteristic.INTEGRITY, name, "", name);
            } else {
                seal.report().failed("ofd.seal.uncovered-file", Characteristic.AUTHENTICITY, name, seal.place(), kind);
            }
        }
    }
}
