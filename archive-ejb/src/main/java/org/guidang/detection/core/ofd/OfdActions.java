// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.ofd;

import java.util.Locale;
import java.util.Set;
import org.guidang.shared.Characteristic;

/**
 * Actions (GB/T 33190-2016 14) that leave the page: an address, an attachment, sound or film. They are named, never
 * followed. An address that starts a program or reads a file is hostile; an ordinary link is worth a warning, since
 * what it leads to will be gone.
 */
final class OfdActions {

    private static final Set<String> OUTWARD = Set.of("URI", "GotoA", "Movie", "Sound");
    private static final Set<String> HARMLESS = Set.of("http", "https", "mailto", "tel");

    private OfdActions() {}

    static boolean isOutward(String element) {
        return OUTWARD.contains(element);
    }

    /** The actions of the document itself and of its outlines. */
    static void inspect(XmlElement root, String part, OfdReport report) {
        for (String name : OUTWARD) {
            for (XmlElement action : root.descendants(name)) {
                report(name, action.attribute("URI").orElse(""), action.place(part), report);
            }
        }
    }

    static void report(String name, String target, String place, OfdReport report) {
        if (!name.equals("URI")) {
            report.note("ofd.action.media", Characteristic.SECURITY, place, name + " " + target);
            return;
        }
        int colon = target.indexOf(':');
        String scheme = colon < 0 ? "" : target.substring(0, colon).toLowerCase(Locale.ROOT);
        if (HARMLESS.contains(scheme)) {
            report.warning("ofd.action.link", Characteristic.SECURITY, place, "", target);
        } else {
            report.failed("ofd.action.hostile", Characteristic.SECURITY, place, "", target);
        }
    }
}
