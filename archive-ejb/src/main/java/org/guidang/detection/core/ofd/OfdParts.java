// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.ofd;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guidang.shared.Characteristic;

/**
 * The parts the document leads to, found by following its locations. A location that leads nowhere or outside is
 * reported here, once per part and place.
 */
final class OfdParts {

    private final OfdPackage pack;
    private final OfdReport report;
    private final Map<String, PartKind> reached = new LinkedHashMap<>();
    private final Set<String> missing = new HashSet<>();

    OfdParts(OfdPackage pack, OfdReport report) {
        this.pack = pack;
        this.report = report;
    }

    OfdPackage pack() {
        return pack;
    }

    OfdReport report() {
        return report;
    }

    /** All parts reached so far and what for. */
    Map<String, PartKind> reached() {
        return Collections.unmodifiableMap(reached);
    }

    void reach(String part, PartKind kind) {
        reached.putIfAbsent(part, kind);
    }

    /**
     * Follows a location to a part of the package.
     *
     * @param folder the folder relative locations start from
     * @param place of the element that names it
     * @return the name of the part as the package spells it; empty when there is none, which has been reported
     */
    Optional<String> follow(String folder, String location, PartKind kind, String place) {
        if (OfdLocation.outside(location)) {
            report.failed("ofd.reference.external", Characteristic.SECURITY, place, "", location);
            return Optional.empty();
        }
        Optional<String> name = OfdLocation.resolve(folder, location);
        if (name.isEmpty()) {
            report.failed("ofd.reference.escapes", Characteristic.SECURITY, place, "", location);
            return Optional.empty();
        }
        Optional<String> part = spelled(name.get(), place);
        if (part.isEmpty()) {
            if (missing.add(name.get())) {
                if (kind == PartKind.RESOURCE) {
                    // Writers name PublicRes.xml by habit; what pages really lack is reported where they use it.
                    report.warning("ofd.resource.missing", Characteristic.INTEGRITY, place, name.get(), "");
                } else {
                    report.failed("ofd.part.missing", Characteristic.INTEGRITY, place, name.get(), "");
                }
            }
            return Optional.empty();
        }
        reach(part.get(), kind);
        return part;
    }

    /** The part of that name, or of the name that differs in case only, which is reported as a warning. */
    Optional<String> spelled(String name, String place) {
        if (pack.has(name)) {
            return Optional.of(name);
        }
        Optional<String> other = pack.ignoringCase(name);
        other.ifPresent(found -> {
            if (missing.add("case " + name)) {
                report.warning("ofd.reference.case", Characteristic.USABILITY, place, name, found);
            }
        });
        return other;
    }
}
