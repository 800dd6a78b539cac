// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Settles ports, data directory and database before the container is first asked to start. */
class ProductExtension implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        Product.shared();
    }
}
