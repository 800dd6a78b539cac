// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import java.util.Optional;

/** Name and version of this tool, as reports give them. */
public final class Tool {

    private Tool() {}

    /** As the manifest of our jar says; "development" when run from classes. */
    public static String version() {
        String version = Optional.ofNullable(Tool.class.getPackage().getImplementationVersion())
                .orElse("development");
        return "Guidang " + version;
    }
}
