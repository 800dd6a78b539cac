// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.ofd;

import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.guidang.shared.Characteristic;

/**
 * One page, template or annotation part (GB/T 33190-2016 7.7), streamed: well-formed to its end, with the root it must
 * have, the resources and templates it uses, and the actions it carries.
 */
final class OfdPage {

    private static final Set<String> RESOURCE_ATTRIBUTES =
            Set.of("Font", "ResourceID", "ImageMask", "Substitution", "DrawParam", "ColorSpace");

    private final OfdParts parts;
    private final OfdResources resources;
    private final String part;
    private final String documentFolder;
    private String rootName = "";
    private String open = "";
    private final StringBuilder text = new StringBuilder();

    OfdPage(OfdParts parts, OfdResources resources, String part, String documentFolder) {
        this.parts = parts;
        this.resources = resources;
        this.part = part;
        this.documentFolder = documentFolder;
    }

    /** @param expectedRoot name the root element must have; empty for any */
    void walk(String expectedRoot) {
        try {
            XmlPart.stream(parts.pack(), part, this::visit);
        } catch (UnreadableOfdException refused) {
            parts.report().failed(refused);
            return;
        }
        if (!expectedRoot.isEmpty() && !rootName.equals(expectedRoot)) {
            parts.report().failed("ofd.page.foreign", Characteristic.USABILITY, part, expectedRoot, rootName);
        }
    }

    private void visit(XMLStreamReader reader, int event, int depth) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start(reader, depth);
            case XMLStreamConstants.END_ELEMENT -> end(reader);
            default -> {
                if (open.equals("PageRes") && text.length() < 4096) {
                    text.append(reader.getText());
                }
            }
        }
    }

    private void start(XMLStreamReader reader, int depth) {
        String name = reader.getLocalName();
        if (depth == 1) {
            rootName = name;
        }
        open = name;
        text.setLength(0);
        String place = part + " line " + reader.getLocation().getLineNumber();
        if (name.equals("Template")) {
            attribute(reader, "TemplateID").ifPresent(id -> resources.use("template " + id, place));
        } else if (OfdActions.isOutward(name)) {
            OfdActions.report(name, outwardTarget(reader), place, parts.report());
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (RESOURCE_ATTRIBUTES.contains(reader.getAttributeLocalName(i))) {
                resources.use(reader.getAttributeValue(i).strip(), place);
            }
        }
    }

    /** PageRes: a resource part of this page alone; its location counts from the document's folder or from the page's. */
    private void end(XMLStreamReader reader) {
        if (reader.getLocalName().equals("PageRes")) {
            String location = text.toString().strip();
            String folder = OfdLocation.folderOf(part);
            boolean here = OfdLocation.resolve(folder, location)
                    .filter(parts.pack()::has)
                    .isPresent();
            parts.follow(here ? folder : documentFolder, location, PartKind.RESOURCE, part)
                    .ifPresent(resources::define);
        }
        open = "";
    }

    private static String outwardTarget(XMLStreamReader reader) {
        return attribute(reader, "URI")
                .or(() -> attribute(reader, "AttachID"))
                .or(() -> attribute(reader, "ResourceID"))
                .orElse("");
    }

    private static Optional<String> attribute(XMLStreamReader reader, String name) {
        return Optional.ofNullable(reader.getAttributeValue(null, name)).map(String::strip);
    }
}
