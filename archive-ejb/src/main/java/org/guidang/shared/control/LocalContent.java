// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.io.IOException;
import org.guidang.shared.ContentStore;
import org.guidang.shared.core.FileContentStore;

/** Gives out the one content store, in {@code store} below the data directory. */
@ApplicationScoped
class LocalContent {

    @Inject
    DataDirectory data;

    @Produces
    @ApplicationScoped
    ContentStore store() throws IOException {
        return new FileContentStore(data.folder("store"));
    }
}
