// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.exchange;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.guidang.shared.Fixity;

/** Preservation metadata in PREMIS 3.0: objects with their digests, what was done with them, and by whom. */
final class PremisDocument {

    private static final String LOCAL = "local";

    private record FileObject(String id, Fixity fixity, String format, String originalName) {}

    private record Happening(String id, String type, Instant at, String detail, String agent, List<String> objects) {}

    private record Agent(String id, String name, String type) {}

    private final String whole;
    private final boolean representation;
    private final List<FileObject> files = new ArrayList<>();
    private final List<Happening> happenings = new ArrayList<>();
    private final List<Agent> agents = new ArrayList<>();

    /**
     * @param whole identifier of what the document is about
     * @param representation whether that is a representation, else the intellectual entity
     */
    PremisDocument(String whole, boolean representation) {
        this.whole = whole;
        this.representation = representation;
    }

    void file(String id, Fixity fixity, String format, String originalName) {
        files.add(new FileObject(id, fixity, format, originalName));
    }

    /** @param objects identifiers of files; the whole when there are none */
    void happened(String id, String type, Instant at, String detail, String agent, List<String> objects) {
        happenings.add(new Happening(id, type, at, detail, agent, List.copyOf(objects)));
    }

    void agent(String id, String name, String type) {
        agents.add(new Agent(id, name, type));
    }

    byte[] octets() {
        XmlOut xml = new XmlOut();
        xml.open(
                "premis",
                "xmlns",
                "http://www.loc.gov/premis/v3",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation",
                "http://www.loc.gov/premis/v3 https://www.loc.gov/standards/premis/premis.xsd",
                "version",
                "3.0");
        xml.open("object", "xsi:type", representation ? "representation" : "intellectualEntity");
        identifier(xml, "object", whole);
        xml.close();
        files.forEach(file -> file(xml, file));
        happenings.forEach(event -> event(xml, event));
        for (Agent agent : agents) {
            xml.open("agent");
            identifier(xml, "agent", agent.id());
            xml.leaf("agentName", agent.name()).leaf("agentType", agent.type()).close();
        }
        return xml.octets();
    }

    private static void identifier(XmlOut xml, String of, String value) {
        xml.open(of + "Identifier")
                .leaf(of + "IdentifierType", LOCAL)
                .leaf(of + "IdentifierValue", value)
                .close();
    }

    private static void file(XmlOut xml, FileObject file) {
        xml.open("object", "xsi:type", "file");
        identifier(xml, "object", file.id());
        xml.open("objectCharacteristics");
        digest(xml, "SM3", file.fixity().sm3());
        digest(xml, "SHA-256", file.fixity().sha256());
        xml.leaf("size", String.valueOf(file.fixity().octets()));
        xml.open("format")
                .open("formatDesignation")
                .leaf("formatName", file.format())
                .close()
                .close();
        xml.close();
        xml.leaf("originalName", file.originalName());
        xml.close();
    }

    private static void digest(XmlOut xml, String algorithm, String value) {
        xml.open("fixity")
                .leaf("messageDigestAlgorithm", algorithm)
                .leaf("messageDigest", value)
                .close();
    }

    private void event(XmlOut xml, Happening event) {
        xml.open("event");
        identifier(xml, "event", event.id());
        xml.leaf("eventType", event.type());
        xml.leaf("eventDateTime", event.at().truncatedTo(ChronoUnit.SECONDS).toString());
        xml.open("eventDetailInformation").leaf("eventDetail", event.detail()).close();
        xml.open("linkingAgentIdentifier")
                .leaf("linkingAgentIdentifierType", LOCAL)
                .leaf("linkingAgentIdentifierValue", event.agent())
                .close();
        for (String object : event.objects().isEmpty() ? List.of(whole) : event.objects()) {
            xml.open("linkingObjectIdentifier")
                    .leaf("linkingObjectIdentifierType", LOCAL)
                    .leaf("linkingObjectIdentifierValue", object)
                    .close();
        }
        xml.close();
    }
}
