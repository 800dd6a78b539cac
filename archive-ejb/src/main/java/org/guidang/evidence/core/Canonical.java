// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.evidence.core;

import java.io.IOException;
import java.io.InputStream;
import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import javax.xml.crypto.NodeSetData;
import javax.xml.crypto.OctetStreamData;
import javax.xml.crypto.dsig.TransformException;
import javax.xml.crypto.dsig.TransformService;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Canonical XML of part of a document, by the JDK. */
final class Canonical {

    private Canonical() {}

    /**
     * @param without parts of the element that are left out
     * @param method URI of the canonicalization
     */
    static byte[] octets(Node element, Collection<? extends Node> without, String method)
            throws IOException, NoSuchAlgorithmException {
        List<Node> nodes = new ArrayList<>();
        collect(element, without, !method.endsWith("WithComments"), nodes);
        try {
            TransformService service = TransformService.getInstance(method, "DOM");
            service.init((TransformParameterSpec) null);
            OctetStreamData octets = (OctetStreamData) service.transform(new Selected(nodes), null);
            try (InputStream in = octets.getOctetStream()) {
                return in.readAllBytes();
            }
        } catch (InvalidAlgorithmParameterException | TransformException failed) {
            throw new IOException(failed.getMessage(), failed);
        }
    }

    private static void collect(Node node, Collection<? extends Node> without, boolean dropComments, List<Node> nodes) {
        if (without.contains(node) || dropComments && node.getNodeType() == Node.COMMENT_NODE) {
            return;
        }
        nodes.add(node);
        NamedNodeMap attributes = node.getAttributes();
        for (int i = 0; attributes != null && i < attributes.getLength(); i++) {
            nodes.add(attributes.item(i));
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            collect(child, without, dropComments, nodes);
        }
    }

    private record Selected(List<Node> nodes) implements NodeSetData<Node> {
        @Override
        public Iterator<Node> iterator() {
            return nodes.iterator();
        }
    }
}
