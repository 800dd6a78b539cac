// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/** Reads XML from outside: no DOCTYPE, nothing fetched, no depth without end (trust.md ). */
public final class SafeXml {

    private static final int DEEPEST = 200;
    private static final XMLInputFactory FACTORY = factory(true);
    private static final XMLInputFactory STREAMING = factory(false);

    private SafeXml() {}

    /** A reader that fails at a DOCTYPE and at elements nested deeper than 200. */
    public static XMLStreamReader reader(InputStream xml) throws XMLStreamException {
        XMLStreamReader plain;
        synchronized (FACTORY) {
            plain = FACTORY.createXMLStreamReader(xml);
        }
        return new Guarded(plain);
    }

    /** The same, but long text comes in parts as it is read, so that none of it has to be held in memory. */
    public static XMLStreamReader streaming(InputStream xml) throws XMLStreamException {
        XMLStreamReader plain;
        synchronized (STREAMING) {
            plain = STREAMING.createXMLStreamReader(xml);
        }
        return new Guarded(plain);
    }

    private static XMLInputFactory factory(boolean coalescing) {
        // The platform's own reader, whatever else lies on the class path.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, coalescing);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external reference refused");
        });
        factory.setXMLReporter((message, kind, about, place) -> {}); // what fails is thrown
        return factory;
    }

    private static final class Guarded extends StreamReaderDelegate {

        private int depth;

        Guarded(XMLStreamReader plain) {
            super(plain);
        }

        @Override
        public int next() throws XMLStreamException {
            int event = super.next();
            if (event == XMLStreamConstants.DTD) {
                throw new XMLStreamException("DOCTYPE refused", getLocation());
            }
            if (event == XMLStreamConstants.START_ELEMENT && ++depth > DEEPEST) {
                throw new XMLStreamException("nested deeper than " + DEEPEST, getLocation());
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
            return event;
        }
    }
}
