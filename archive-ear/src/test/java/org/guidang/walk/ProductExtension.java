// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Starts the shared product before the first class that needs it. It serves all classes of this process and ends with
 * it; Arquillian finds it running and would else start a server for every class.
 */
class ProductExtension implements BeforeAllCallback {

    private static ServerProcess server;

    @Override
    public void beforeAll(ExtensionContext context) {
        start();
    }

    private static synchronized void start() {
        if (server == null) {
            ServerProcess starting = new ServerProcess(Product.shared());
            Runtime.getRuntime().addShutdownHook(new Thread(starting::close));
            server = starting.start();
        }
    }
}
