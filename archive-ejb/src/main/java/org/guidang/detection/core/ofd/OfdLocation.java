// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.ofd;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * ST_Loc (GB/T 33190-2016 7.3): a path in the package, absolute with a leading solidus or relative to the folder of
 * the part that names it. Never a path on a disk and never an address on a network.
 */
final class OfdLocation {

    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

    private OfdLocation() {}

    /** The folder of a part, empty for the root. */
    static String folderOf(String part) {
        int slash = part.lastIndexOf('/');
        return slash < 0 ? "" : part.substring(0, slash);
    }

    /** True when the location names something outside the package: an address, a drive, a share. */
    static boolean outside(String location) {
        return SCHEME.matcher(location).matches() || location.startsWith("//") || location.startsWith("\\");
    }

    /** The name of the part; empty when the location leads out of the package. */
    static Optional<String> resolve(String folder, String location) {
        if (outside(location) || location.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        Deque<String> steps = new ArrayDeque<>();
        String path = location.startsWith("/") ? location : folder + "/" + location;
        for (String step : path.replace('\\', '/').split("/")) {
            if (step.equals("..")) {
                if (steps.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return Optional.of(String.join("/", steps));
    }
}
