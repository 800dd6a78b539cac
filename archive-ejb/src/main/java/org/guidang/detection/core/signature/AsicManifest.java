// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.signature;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.guidang.detection.core.xml.SafeXml;

/**
 * ASiCManifest (ETSI EN 319 162-1 A.4): which signature covers which files by which digests.
 *
 * @param signature name of the signature's entry
 * @param references the files covered
 */
record AsicManifest(String signature, List<Reference> references) {

    private static final int MOST_REFERENCES = 10_000;
    private static final Map<String, String> DIGESTS = Map.of(
            "http://www.w3.org/2000/09/xmldsig#sha1", "SHA-1",
            "http://www.w3.org/2001/04/xmlenc#sha256", "SHA-256",
            "http://www.w3.org/2001/04/xmldsig-more#sha384", "SHA-384",
            "http://www.w3.org/2001/04/xmlenc#sha512", "SHA-512");

    /** A file and the digest it has to have; an unknown algorithm keeps its URI. */
    record Reference(String name, String algorithm, byte[] digest) {}

    /** @throws IOException when it cannot be read */
    static AsicManifest read(byte[] octets) throws IOException {
        String signature = "";
        List<Reference> references = new ArrayList<>();
        String name = "";
        String algorithm = "";
        try {
            XMLStreamReader reader = SafeXml.factory().createXMLStreamReader(new ByteArrayInputStream(octets));
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamReader.DTD) {
                    throw new IOException("a DOCTYPE in a manifest");
                }
                if (event != XMLStreamReader.START_ELEMENT) {
                    continue;
                }
                switch (reader.getLocalName()) {
                    case "SigReference" -> signature = attribute(reader, "URI");
                    case "DataObjectReference" -> name = attribute(reader, "URI");
                    case "DigestMethod" -> {
                        String uri = attribute(reader, "Algorithm");
                        algorithm = DIGESTS.getOrDefault(uri, uri);
                    }
                    case "DigestValue" -> {
                        byte[] digest = Base64.getMimeDecoder().decode(reader.getElementText());
                        references.add(new Reference(name, algorithm, digest));
                        if (references.size() > MOST_REFERENCES) {
                            throw new IOException("too many references in a manifest");
                        }
                    }
                    default -> {
                        // extensions carry no rule here
                    }
                }
            }
            reader.close();
        } catch (XMLStreamException | IllegalArgumentException malformed) {
            throw new IOException(malformed.getMessage(), malformed);
        }
        return new AsicManifest(signature, List.copyOf(references));
    }

    private static String attribute(XMLStreamReader reader, String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null
                ? ""
                : java.net.URLDecoder.decode(value.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
    }
}
