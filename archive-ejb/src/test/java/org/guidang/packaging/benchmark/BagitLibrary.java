// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.benchmark;

import gov.loc.repository.bagit.creator.BagCreator;
import gov.loc.repository.bagit.hash.StandardSupportedAlgorithms;
import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.guidang.packaging.benchmark.CaseFiles.CaseFile;

/**
 * The library of the Library of Congress: a bag in a folder, SHA-256 only, no signature. By itself it syncs nothing; as a
 * bag that survives the power cut that our package survives, each file and folder of it has to be synced.
 */
final class BagitLibrary implements Contender {

    private final boolean synced;

    BagitLibrary(boolean synced) {
        this.synced = synced;
    }

    @Override
    public void build(CaseFiles files, Path target) throws Exception {
        Files.createDirectory(target);
        for (CaseFile file : files.files()) {
            Files.copy(file.path(), target.resolve(file.name()));
        }
        BagCreator.bagInPlace(target, List.of(StandardSupportedAlgorithms.SHA256), false);
        if (synced) {
            try (Stream<Path> all = Files.walk(target)) {
                for (Path each : all.toList()) {
                    OurPackages.sync(each);
                }
            }
            OurPackages.sync(target.getParent());
        }
    }

    @Override
    public void verify(Path target) throws Exception {
        try (BagVerifier verifier = new BagVerifier()) {
            verifier.isValid(new BagReader().read(target), false);
        }
    }
}
