// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.xml;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.guidang.detection.CheckItem;
import org.guidang.detection.Phase;
import org.guidang.detection.Profile;
import org.guidang.shared.Digest;
import org.guidang.shared.Level;

/**
 * A profile that is another one but for the levels of a few items: what an installation or an organization decides for
 * itself, without copying the standard. Its digest is SHA-256 over the digest of the profile it rests on, in
 * hexadecimal, and the octets of its own file, so a report names both.
 */
public final class ProfileVariation {

    private static final String FOLDER = "/org/guidang/detection/profiles/variations/";
    private static final int LONGEST = 64 * 1024;

    private ProfileVariation() {}

    /** A profile that comes with the product, by id, be it a whole one or a variation. */
    public static Profile shipped(String id) {
        return file(id).map(file -> read(id, file)).orElseGet(() -> ProfileReader.shipped(id));
    }

    /**
     * Reads a variation from its octets.
     *
     * @throws ProfileUnreadableException when it is not well-formed, or names an item the other does not have
     */
    static Profile read(String name, byte[] file) {
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            XMLStreamReader in = factory.createXMLStreamReader(new ByteArrayInputStream(file));
            in.nextTag();
            Profile base = ProfileReader.shipped(in.getAttributeValue(null, "of"));
            String id = in.getAttributeValue(null, "id");
            String edition = in.getAttributeValue(null, "edition");
            String title = in.getAttributeValue(null, "title");
            Map<String, Level> levels = levels(name, in, base);
            Map<Phase, List<CheckItem>> stages = new EnumMap<>(Phase.class);
            base.items()
                    .forEach((phase, items) -> stages.put(
                            phase,
                            items.stream()
                                    .map(item -> item.at(levels.getOrDefault(item.code(), item.level())))
                                    .toList()));
            return new Profile(id, base.standard(), edition, title, digest(base, file), stages);
        } catch (XMLStreamException | IllegalArgumentException broken) {
            throw new ProfileUnreadableException(name, broken.getMessage());
        }
    }

    private static Map<String, Level> levels(String name, XMLStreamReader in, Profile base) throws XMLStreamException {
        Map<String, Level> levels = new LinkedHashMap<>();
        while (in.nextTag() == XMLStreamReader.START_ELEMENT) {
            String item = in.getAttributeValue(null, "item");
            if (base.item(item).isEmpty()) {
                throw new ProfileUnreadableException(name, item);
            }
            levels.put(item, Level.valueOf(in.getAttributeValue(null, "level")));
            in.nextTag();
        }
        return levels;
    }

    private static Optional<byte[]> file(String id) {
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new ProfileUnreadableException(id, "id");
        }
        try (InputStream file = ProfileVariation.class.getResourceAsStream(FOLDER + id + ".xml")) {
            return file == null ? Optional.empty() : Optional.of(file.readNBytes(LONGEST));
        } catch (IOException unreadable) {
            throw new ProfileUnreadableException(id, unreadable.getMessage());
        }
    }

    private static Digest digest(Profile base, byte[] file) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(base.digest().hex().getBytes(StandardCharsets.US_ASCII));
        both.writeBytes(file);
        try {
            return Digest.of(
                    Digest.SHA_256, MessageDigest.getInstance("SHA-256").digest(both.toByteArray()));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
