// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder a server writes into: its configuration, what is deployed and the marks about it. Two servers of one folder
 * would undeploy each other's product.
 */
final class ServerBase {

    private static final List<String> CONFIGURATION =
            List.of("archive.xml", "logging.properties", "mgmt-users.properties", "mgmt-groups.properties");

    private ServerBase() {}

    /** Copies what the installation has, where the product has no such folder yet. */
    static void lay(Product product) throws IOException {
        Path configuration = product.base().resolve("configuration");
        if (Files.exists(configuration)) {
            return;
        }
        Files.createDirectories(configuration);
        Path deployments = Files.createDirectories(product.base().resolve("deployments"));
        Path home = product.serverHome().resolve("standalone");
        for (String file : CONFIGURATION) {
            Files.copy(home.resolve("configuration").resolve(file), configuration.resolve(file));
        }
        Files.copy(home.resolve("deployments/archive.ear"), deployments.resolve("archive.ear"));
    }
}
