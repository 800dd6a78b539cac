// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.guidang.packaging.ArchivalPackage;
import org.guidang.packaging.core.PackageReader;
import org.guidang.packaging.core.PackageView;
import org.guidang.packaging.core.zip.ZipLimits;
import org.guidang.shared.ContentStore;
import org.guidang.shared.Fixity;

/** Opens stored packages for reading, together with the time-stamp that came later, where one did. */
@ApplicationScoped
public class PackageFiles {

    @Inject
    ContentStore contents;

    /**
     * The package on disk; the caller closes it. Nothing is checked by opening, that is for the verifier.
     *
     * @throws IOException when the octets are not there
     */
    public PackageView open(ArchivalPackage pack) throws IOException {
        return PackageReader.open(
                contents.locate(pack.fixing().zip()),
                ZipLimits.STANDARD,
                laterToken(pack).orElse(null));
    }

    /** The token kept beside the zip; empty when it lies inside or none came yet. */
    public Optional<byte[]> laterToken(ArchivalPackage pack) throws IOException {
        Optional<Fixity> kept = pack.laterToken();
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream token = contents.open(kept.get())) {
            return Optional.of(token.readAllBytes());
        }
    }
}
