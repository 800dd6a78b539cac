// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.benchmark;

import gov.loc.repository.bagit.creator.BagCreator;
import gov.loc.repository.bagit.hash.StandardSupportedAlgorithms;
import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.guidang.packaging.benchmark.CaseFiles.CaseFile;

/** The library of the Library of Congress: a bag in a folder, SHA-256 only, no signature, no sync. */
final class BagitLibrary implements Contender {

    @Override
    public void build(CaseFiles files, Path target) throws Exception {
        Files.createDirectory(target);
        for (CaseFile file : files.files()) {
            Files.copy(file.path(), target.resolve(file.name()));
        }
        BagCreator.bagInPlace(target, List.of(StandardSupportedAlgorithms.SHA256), false);
    }

    @Override
    public void verify(Path target) throws Exception {
        try (BagVerifier verifier = new BagVerifier()) {
            verifier.isValid(new BagReader().read(target), false);
        }
    }
}
