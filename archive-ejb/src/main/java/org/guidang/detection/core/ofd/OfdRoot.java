// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.ofd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guidang.shared.Characteristic;

/**
 * OFD.xml, the entry of every OFD file (GB/T 33190-2016 7.4): its namespace, version and document type, and where each
 * document and each list of signatures begins.
 */
final class OfdRoot {

    static final String NAMESPACE = "http://www.ofdspec.org/2016";
    static final String NAME = "OFD.xml";

    private static final String OLDER_NAMESPACE = "http://www.ofdspec.org";
    private static final Set<String> VERSIONS = Set.of("1.0", "1.1", "1.2");

    /** GB/T 33190-2016 表 3: DocType is "OFD"; "OFD-A" is the archival profile. */
    private static final Set<String> DOCUMENT_TYPES = Set.of("OFD", "OFD-A");

    /** One DocBody: the document part and the signature list, where they are there. */
    record Body(Optional<String> document, Optional<String> signatures, boolean signaturesNamed) {}

    private OfdRoot() {}

    /**
     * Reads the root and reports what is wrong with it.
     *
     * @throws UnreadableOfdException when this is not an OFD file at all
     */
    static List<Body> read(OfdParts parts) throws UnreadableOfdException {
        OfdPackage pack = parts.pack();
        OfdReport report = parts.report();
        if (!pack.has(NAME)) {
            String other = pack.names().stream()
                    .filter(name -> name.equalsIgnoreCase(NAME) || name.endsWith("/" + NAME))
                    .findFirst()
                    .orElse("");
            throw new UnreadableOfdException("ofd.root.missing", "", other);
        }
        parts.reach(NAME, PartKind.ROOT);
        XmlElement root = XmlPart.tree(pack, NAME);
        String place = root.place(NAME);
        if (!root.name().equals("OFD") || !root.namespace().startsWith(OLDER_NAMESPACE)) {
            throw new UnreadableOfdException("ofd.root.foreign", place, root.namespace() + " " + root.name());
        }
        if (!root.namespace().equals(NAMESPACE)) {
            report.warning("ofd.root.namespace", Characteristic.USABILITY, place, NAMESPACE, root.namespace());
        }
        String type = root.attribute("DocType").orElse("");
        if (!DOCUMENT_TYPES.contains(type)) {
            report.failed("ofd.root.document-type", Characteristic.USABILITY, place, "OFD", type);
        }
        String version = root.attribute("Version").orElse("");
        if (!VERSIONS.contains(version)) {
            report.warning("ofd.root.version", Characteristic.USABILITY, place, "1.0", version);
        }
        for (XmlElement encryption : root.descendants("Encryptions")) {
            // GM/T 0099-2020: what is encrypted can be kept but neither read nor verified here.
            report.undecided("ofd.encrypted", Characteristic.USABILITY, encryption.place(NAME), "", encryption.text());
        }
        List<Body> bodies = new ArrayList<>();
        for (XmlElement body : root.all("DocBody")) {
            bodies.add(body(body, parts));
        }
        if (bodies.isEmpty()) {
            report.failed("ofd.root.no-document", Characteristic.INTEGRITY, place, "DocBody", "");
        }
        return bodies;
    }

    private static Body body(XmlElement body, OfdParts parts) {
        OfdReport report = parts.report();
        String place = body.place(NAME);
        if (body.first("DocInfo").flatMap(info -> info.textOf("DocID")).isEmpty()) {
            report.warning("ofd.root.no-document-id", Characteristic.INTEGRITY, place, "DocInfo/DocID", "");
        }
        Optional<String> location = body.textOf("DocRoot");
        if (location.isEmpty()) {
            report.failed("ofd.root.no-document", Characteristic.INTEGRITY, place, "DocRoot", "");
        }
        Optional<String> document = location.flatMap(at -> parts.follow("", at, PartKind.DOCUMENT, place));
        for (XmlElement version : body.descendants("Version")) {
            version.attribute("BaseLoc").ifPresent(at -> parts.follow("", at, PartKind.VERSION, version.place(NAME)));
        }
        Optional<String> signatures = body.textOf("Signatures");
        return new Body(
                document,
                signatures.flatMap(at -> parts.follow("", at, PartKind.SIGNATURE_LIST, place)),
                signatures.isPresent());
    }
}
