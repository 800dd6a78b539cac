// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.xml;

import javax.xml.stream.XMLInputFactory;

/** How XML from outside is read everywhere in detection. */
public final class SafeXml {

    private SafeXml() {}

    /**
     * A factory whose readers resolve nothing and expand nothing of their own; a DOCTYPE comes as an event and the caller
     * refuses it. Names the platform's own implementation: others on the class path know other switches.
     */
    public static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new javax.xml.stream.XMLStreamException("no reference is followed");
        });
        return factory;
    }
}
