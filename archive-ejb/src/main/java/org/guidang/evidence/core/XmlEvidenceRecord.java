// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.evidence.core;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.guidang.seal.core.Cryptography;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads RFC 6283, the XML sister of RFC 4998. Hash-tree renewal puts the digests of data and of the past side by side. */
final class XmlEvidenceRecord implements EvidenceChains {

    static final String NAMESPACE = "urn:ietf:params:xml:ns:ers";

    private static final Map<String, String> DIGESTS = Map.of(
            "http://www.w3.org/2000/09/xmldsig#sha1", "SHA-1",
            "http://www.w3.org/2001/04/xmlenc#sha256", "SHA-256",
            "http://www.w3.org/2001/04/xmldsig-more#sha384", "SHA-384",
            "http://www.w3.org/2001/04/xmlenc#sha512", "SHA-512",
            "http://www.w3.org/2001/04/xmldsig-more#sha224", "SHA-224",
            "urn:oid:1.2.156.10197.1.401", "SM3");

    private final Element sequence;
    private final List<Element> rawChains;
    private final List<List<EvidenceStep>> chains = new ArrayList<>();

    /** @throws IOException when it is malformed or names an algorithm we do not know */
    XmlEvidenceRecord(byte[] encoded) throws IOException {
        Element root = parse(encoded);
        if (!"EvidenceRecord".equals(root.getLocalName()) || !NAMESPACE.equals(root.getNamespaceURI())) {
            throw new IOException("root element " + root.getNodeName());
        }
        sequence = only(root, "ArchiveTimeStampSequence");
        rawChains = ordered(sequence, "ArchiveTimeStampChain");
        try {
            for (Element chain : rawChains) {
                String algorithm = digest(only(chain, "DigestMethod").getAttribute("Algorithm"));
                String method = only(chain, "CanonicalizationMethod").getAttribute("Algorithm");
                List<EvidenceStep> steps = new ArrayList<>();
                for (Element stamp : ordered(chain, "ArchiveTimeStamp")) {
                    steps.add(step(stamp, algorithm, method));
                }
                chains.add(List.copyOf(steps));
            }
        } catch (IllegalArgumentException notBase64) {
            throw new IOException(notBase64.getMessage(), notBase64);
        } catch (NoSuchAlgorithmException unknown) {
            throw new IOException("algorithm " + unknown.getMessage(), unknown);
        }
    }

    @Override
    public List<List<EvidenceStep>> chains() {
        return List.copyOf(chains);
    }

    @Override
    public boolean sideBySide() {
        return true;
    }

    @Override
    public byte[] digestBefore(int chain, String algorithm) throws IOException, NoSuchAlgorithmException {
        String method = only(rawChains.get(chain), "CanonicalizationMethod").getAttribute("Algorithm");
        List<Element> later = rawChains.subList(chain, rawChains.size());
        byte[] before = Canonical.octets(sequence, later, method);
        return Cryptography.digest(algorithm).digest(before);
    }

    private static EvidenceStep step(Element stamp, String algorithm, String method)
            throws IOException, NoSuchAlgorithmException {
        List<List<byte[]>> lists = new ArrayList<>();
        List<Element> trees = children(stamp, "HashTree");
        if (!trees.isEmpty()) {
            for (Element list : ordered(trees.get(0), "Sequence")) {
                List<byte[]> values = new ArrayList<>();
                for (Element value : children(list, "DigestValue")) {
                    values.add(Base64.getMimeDecoder().decode(value.getTextContent()));
                }
                if (values.isEmpty()) {
                    throw new IOException("an empty list in a hash tree");
                }
                lists.add(List.copyOf(values));
            }
        }
        Element timeStamp = only(stamp, "TimeStamp");
        Element token = only(timeStamp, "TimeStampToken");
        if (!"RFC3161".equals(token.getAttribute("Type"))) {
            throw new IOException("time-stamp of type " + token.getAttribute("Type"));
        }
        return new EvidenceStep(
                algorithm,
                List.copyOf(lists),
                Base64.getMimeDecoder().decode(token.getTextContent()),
                Canonical.octets(timeStamp, List.of(), method));
    }

    private static String digest(String uri) throws NoSuchAlgorithmException {
        String name = DIGESTS.get(uri);
        if (name == null) {
            throw new NoSuchAlgorithmException(uri);
        }
        return name;
    }

    private static Element only(Element parent, String name) throws IOException {
        List<Element> found = children(parent, name);
        if (found.size() != 1) {
            throw new IOException(parent.getLocalName() + " has " + found.size() + " " + name);
        }
        return found.get(0);
    }

    /** Children by their Order, which counts from one without a gap (RFC 6283 2.1). */
    private static List<Element> ordered(Element parent, String name) throws IOException {
        List<Element> found = children(parent, name);
        try {
            found.sort(Comparator.comparingInt(each -> Integer.parseInt(each.getAttribute("Order"))));
            for (int i = 0; i < found.size(); i++) {
                if (Integer.parseInt(found.get(i).getAttribute("Order")) != i + 1) {
                    throw new IOException(name + " is not numbered from one without a gap");
                }
            }
        } catch (NumberFormatException notNumbered) {
            throw new IOException(name + " without a number", notNumbered);
        }
        if (found.isEmpty()) {
            throw new IOException(parent.getLocalName() + " has no " + name);
        }
        return found;
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element
                    && NAMESPACE.equals(element.getNamespaceURI())
                    && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }

    private static Element parse(byte[] encoded) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Silent());
            return builder.parse(new ByteArrayInputStream(encoded)).getDocumentElement();
        } catch (ParserConfigurationException unlikely) {
            throw new IllegalStateException(unlikely);
        } catch (SAXException malformed) {
            throw new IOException(malformed.getMessage(), malformed);
        }
    }

    /** The parser's default handler writes to the console. */
    private static final class Silent implements ErrorHandler {

        @Override
        public void warning(SAXParseException warning) {
            // of no account for a record that parses
        }

        @Override
        public void error(SAXParseException error) throws SAXException {
            throw error;
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }
    }
}
