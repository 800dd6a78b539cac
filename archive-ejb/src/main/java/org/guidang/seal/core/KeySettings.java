// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * What a provider of keys is told at start.
 *
 * @param place folder of key files, or configuration file of a token; null when the provider needs none
 * @param suite wanted where an owner could sign with several
 * @param password fetched when needed, never kept in a string; the caller wipes its copy
 */
public record KeySettings(Path place, Suite suite, Supplier<char[]> password) {

    /** Never the password. */
    @Override
    public String toString() {
        return "KeySettings[" + place + ", " + suite + "]";
    }
}
