// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.guidang.shared.control.DataDirectory;
import org.guidang.storage.core.OcflObjects;

/** Opens the storage root of the holdings, {@code ocfl} below the data directory, once for all. */
@ApplicationScoped
class StorageRoot {

    @Inject
    DataDirectory data;

    @Produces
    @Singleton
    OcflObjects objects() throws IOException {
        return new OcflObjects(data.root());
    }

    void close(@Disposes OcflObjects objects) {
        objects.close();
    }
}
