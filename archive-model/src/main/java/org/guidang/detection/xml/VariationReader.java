// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.guidang.detection.Profile;
import org.guidang.detection.ProfileChange;
import org.guidang.detection.ProfileVariation;
import org.guidang.shared.Finding;
import org.guidang.shared.Level;

/** Reads the variations that come with the product: the demonstration's. They obey the same rules as an organization's. */
public final class VariationReader {

    private static final String FOLDER = "/org/guidang/detection/profiles/variations/";
    private static final int LONGEST = 64 * 1024;

    private VariationReader() {}

    /** A variation that comes with the product, by id; empty when there is none of that id. */
    public static Optional<ProfileVariation> shipped(String id) {
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new ProfileUnreadableException(id, "id");
        }
        try (InputStream file = VariationReader.class.getResourceAsStream(FOLDER + id + ".xml")) {
            return file == null ? Optional.empty() : Optional.of(read(id, file.readNBytes(LONGEST)));
        } catch (IOException unreadable) {
            throw new ProfileUnreadableException(id, unreadable.getMessage());
        }
    }

    /**
     * Reads a variation from its octets.
     *
     * @throws ProfileUnreadableException when it is not well-formed, or breaks a rule
     */
    static ProfileVariation read(String name, byte[] file) {
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            XMLStreamReader in = factory.createXMLStreamReader(new ByteArrayInputStream(file));
            in.nextTag();
            Profile base = ProfileReader.shipped(in.getAttributeValue(null, "of"));
            String id = in.getAttributeValue(null, "id");
            String title = in.getAttributeValue(null, "title");
            ProfileVariation variation = new ProfileVariation(id, title, base, changes(in));
            List<Finding> findings = variation.findings();
            if (!findings.isEmpty()) {
                throw new ProfileUnreadableException(name, findings.get(0).file());
            }
            return variation;
        } catch (XMLStreamException | IllegalArgumentException broken) {
            throw new ProfileUnreadableException(name, broken.getMessage());
        }
    }

    private static List<ProfileChange> changes(XMLStreamReader in) throws XMLStreamException {
        List<ProfileChange> changes = new ArrayList<>();
        while (in.nextTag() == XMLStreamReader.START_ELEMENT) {
            changes.add(new ProfileChange(
                    in.getAttributeValue(null, "item"),
                    Level.valueOf(in.getAttributeValue(null, "level")),
                    Map.of(),
                    in.getAttributeValue(null, "reason")));
            in.nextTag();
        }
        return changes;
    }
}
