// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.benchmark;

import java.nio.file.Path;

/** One way to make a package of a case and to verify it. Used by several threads at once. */
interface Contender {

    /** Makes the package; {@code target} does not exist yet, its folder does. */
    void build(CaseFiles files, Path target) throws Exception;

    /** @throws IllegalStateException when the package does not verify */
    void verify(Path target) throws Exception;

    static Contender named(String name) throws Exception {
        return switch (name) {
            case "bare" -> new BareProgram();
            case "ours" -> new OurPackages(false);
            case "stamped" -> new OurPackages(true);
            case "bagit" -> new BagitLibrary(false);
            case "bagit-synced" -> new BagitLibrary(true);
            case "commons-ip" -> new CommonsIp();
            default -> throw new IllegalArgumentException(name);
        };
    }
}
