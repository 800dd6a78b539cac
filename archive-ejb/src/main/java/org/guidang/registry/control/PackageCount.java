// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.registry.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.guidang.packaging.ArchivalPackage;
import org.guidang.registry.Counted;
import org.guidang.registry.PackageUnreadableException;
import org.guidang.registry.core.Stocktaking;
import org.guidang.shared.ContentStore;

/** Counts the files in the stored octets of a package. */
@ApplicationScoped
public class PackageCount {

    @Inject
    ContentStore contents;

    /** @throws PackageUnreadableException when the octets cannot be read or are no sound zip */
    public Counted of(ArchivalPackage pack) {
        try {
            return Stocktaking.of(contents.locate(pack.fixing().zip()));
        } catch (IOException unreadable) {
            throw new PackageUnreadableException(pack.id(), unreadable);
        }
    }
}
