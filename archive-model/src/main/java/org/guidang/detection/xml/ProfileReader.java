// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.stax.StAXSource;
import javax.xml.validation.SchemaFactory;
import org.guidang.detection.CheckItem;
import org.guidang.detection.Phase;
import org.guidang.detection.Profile;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Digest;
import org.guidang.shared.Level;
import org.xml.sax.SAXException;

/**
 * Reads a profile from its file. The file must obey {@code profile.xsd}; no DOCTYPE, no entities, at most
 * {@value #LONGEST} octets.
 */
public final class ProfileReader {

    static final int LONGEST = 4 * 1024 * 1024;
    private static final String FOLDER = "/org/guidang/detection/profiles/";

    private static final Map<String, Profile> SHIPPED = new ConcurrentHashMap<>();

    private ProfileReader() {}

    /** A profile that comes with the product, by id: {@code DAT70-2018}, {@code FZ-DAT85}. Read once. */
    public static Profile shipped(String id) {
        return SHIPPED.computeIfAbsent(id, ProfileReader::load);
    }

    /** Ids of the editions that come with the product, the national one first. */
    public static List<String> editions() {
        return List.of("DAT70-2018", "FZ-DAT85");
    }

    private static Profile load(String id) {
        return read(id, shippedFile(id));
    }

    /** The octets of an edition that comes with the product; what its digest is taken over. */
    public static byte[] shippedFile(String id) {
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new ProfileUnreadableException(id, "id");
        }
        try (InputStream file = ProfileReader.class.getResourceAsStream(FOLDER + id + ".xml")) {
            if (file == null) {
                throw new ProfileUnreadableException(id, "?");
            }
            return file.readNBytes(LONGEST + 1);
        } catch (IOException unreadable) {
            throw new ProfileUnreadableException(id, unreadable.getMessage());
        }
    }

    /**
     * Reads a profile from its octets.
     *
     * @param name by which a refusal calls it
     * @throws ProfileUnreadableException with line and column when it is not well-formed or breaks the schema
     */
    public static Profile read(String name, byte[] file) {
        if (file.length > LONGEST) {
            throw new ProfileUnreadableException(name, "> " + LONGEST);
        }
        try {
            SchemaFactory schemas = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            schemas.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            schemas.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            try (InputStream schema = ProfileReader.class.getResourceAsStream(FOLDER + "profile.xsd")) {
                schemas.newSchema(new javax.xml.transform.stream.StreamSource(schema))
                        .newValidator()
                        .validate(new StAXSource(open(file)));
            }
            return profile(file);
        } catch (XMLStreamException | SAXException | IOException | IllegalArgumentException broken) {
            throw new ProfileUnreadableException(name, broken.getMessage());
        }
    }

    private static XMLStreamReader open(byte[] file) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(new ByteArrayInputStream(file));
    }

    private static Profile profile(byte[] file) throws XMLStreamException {
        XMLStreamReader in = open(file);
        try {
            in.nextTag();
            String id = in.getAttributeValue(null, "id");
            String standard = in.getAttributeValue(null, "standard");
            String edition = in.getAttributeValue(null, "edition");
            String title = in.getAttributeValue(null, "title");
            Map<Phase, List<CheckItem>> stages = new EnumMap<>(Phase.class);
            while (in.nextTag() == XMLStreamReader.START_ELEMENT) {
                Phase phase = Phase.valueOf(in.getAttributeValue(null, "phase"));
                stages.put(phase, items(in));
            }
            return new Profile(id, standard, edition, title, "", Digest.of(Digest.SHA_256, sha256(file)), stages);
        } finally {
            in.close();
        }
    }

    private static List<CheckItem> items(XMLStreamReader in) throws XMLStreamException {
        List<CheckItem> items = new ArrayList<>();
        while (in.nextTag() == XMLStreamReader.START_ELEMENT) {
            items.add(item(in));
        }
        return List.copyOf(items);
    }

    private static CheckItem item(XMLStreamReader in) throws XMLStreamException {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < in.getAttributeCount(); i++) {
            attributes.put(in.getAttributeLocalName(i), in.getAttributeValue(i));
        }
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, String> parameters = new LinkedHashMap<>();
        while (in.nextTag() == XMLStreamReader.START_ELEMENT) {
            String element = in.getLocalName();
            if (element.equals("parameter")) {
                String name = in.getAttributeValue(null, "name");
                parameters.put(name, in.getElementText().strip());
            } else {
                texts.put(element, in.getElementText().strip());
            }
        }
        return new CheckItem(
                attributes.get("code"),
                attributes.get("name"),
                attributes.get("english"),
                Characteristic.valueOf(attributes.get("characteristic")),
                attributes.get("group"),
                Level.valueOf(attributes.get("level")),
                texts.getOrDefault("purpose", ""),
                texts.getOrDefault("object", ""),
                texts.getOrDefault("basis", ""),
                attributes.get("clause"),
                attributes.get("source"),
                attributes.get("method"),
                parameters);
    }

    private static byte[] sha256(byte[] file) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(file);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
