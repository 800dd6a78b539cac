// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The one folder that holds everything worth a backup: database file, content, keys, log. The system property
 * {@code guidang.data} names it, else the environment variable {@code GUIDANG_DATA}, else {@code .guidang} in the home of
 * the account that runs the server. The server's own configuration reads the same three in the same order.
 */
@ApplicationScoped
public class DataDirectory {

    private final Path root;

    public DataDirectory() {
        this(named(System.getProperty("guidang.data"), System.getenv("GUIDANG_DATA"), System.getProperty("user.home")));
    }

    DataDirectory(Path root) {
        this.root = root;
    }

    static Path named(String property, String variable, String home) {
        if (property != null && !property.isBlank()) {
            return Path.of(property).toAbsolutePath().normalize();
        }
        if (variable != null && !variable.isBlank()) {
            return Path.of(variable).toAbsolutePath().normalize();
        }
        return Path.of(home, ".guidang").toAbsolutePath().normalize();
    }

    /** A folder below the data directory, made when it is not there. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException refused) {
            throw new UncheckedIOException("data directory " + root + " does not take the folder " + name, refused);
        }
    }

    public Path root() {
        return root;
    }
}
