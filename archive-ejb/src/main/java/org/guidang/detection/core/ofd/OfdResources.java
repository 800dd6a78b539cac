// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.ofd;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.guidang.shared.Characteristic;

/**
 * Resources of a document (GB/T 33190-2016 7.9): what the resource parts define, which files they need, and what pages
 * use without its being defined anywhere.
 */
final class OfdResources {

    /** Elements that carry a file, and the child that names it. */
    private static final Map<String, String> FILES = Map.of("Font", "FontFile", "MultiMedia", "MediaFile");

    private static final Set<String> DEFINITIONS =
            Set.of("Font", "MultiMedia", "ColorSpace", "DrawParam", "CompositeGraphicUnit");

    private final OfdParts parts;
    private final Set<String> defined = new HashSet<>();
    private final Set<String> read = new HashSet<>();
    private final Map<String, String> used = new TreeMap<>();

    OfdResources(OfdParts parts) {
        this.parts = parts;
    }

    void defineTemplate(String id) {
        defined.add("template " + id);
    }

    /** Reads a resource part: its definitions and the files they need. */
    void define(String part) {
        if (!read.add(part)) {
            return;
        }
        XmlElement root;
        try {
            root = XmlPart.tree(parts.pack(), part);
        } catch (UnreadableOfdException refused) {
            parts.report().failed(refused);
            return;
        }
        String folder = OfdLocation.folderOf(part);
        String base = root.attribute("BaseLoc").orElse("");
        if (OfdLocation.outside(base)) {
            parts.report().failed("ofd.reference.external", Characteristic.SECURITY, root.place(part), "", base);
            return;
        }
        Optional<String> files = OfdLocation.resolve(folder, base);
        for (String name : DEFINITIONS) {
            for (XmlElement definition : root.descendants(name)) {
                definition.attribute("ID").ifPresent(defined::add);
                Optional.ofNullable(FILES.get(name))
                        .flatMap(definition::textOf)
                        .ifPresent(at -> file(files.orElse(folder), folder, at, definition.place(part)));
                definition
                        .attribute("Profile")
                        .ifPresent(at -> file(files.orElse(folder), folder, at, definition.place(part)));
            }
        }
        // A composite unit draws with other resources.
        root.descendants("ImageObject")
                .forEach(image -> image.attribute("ResourceID").ifPresent(id -> use(id, image.place(part))));
    }

    /** Files lie in BaseLoc; some writers count from the resource part's own folder. */
    private void file(String base, String folder, String location, String place) {
        boolean besides = !base.equals(folder)
                && OfdLocation.resolve(base, location).filter(parts.pack()::has).isEmpty()
                && OfdLocation.resolve(folder, location)
                        .filter(parts.pack()::has)
                        .isPresent();
        parts.follow(besides ? folder : base, location, PartKind.MEDIA, place);
    }

    /** A page draws with the resource of that id. */
    void use(String id, String place) {
        if (used.size() < MOST_USED) {
            used.putIfAbsent(id, place);
        }
    }

    private static final int MOST_USED = 200_000;

    /** Says which resources are used and defined nowhere: the page cannot be shown as it was. */
    void reportUndefined() {
        List<Map.Entry<String, String>> undefined = used.entrySet().stream()
                .filter(use -> !defined.contains(use.getKey()))
                .toList();
        for (Map.Entry<String, String> use : undefined) {
            parts.report()
                    .warning("ofd.resource.undefined", Characteristic.USABILITY, use.getValue(), "", use.getKey());
        }
    }
}
