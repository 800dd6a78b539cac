// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import jakarta.xml.bind.Unmarshaller;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Writes and reads the documents of a package by their bindings. Making a writer or reader costs more than the few lines
 * it handles, so those that have done their work without a fault serve again; each serves one thread at a time.
 */
final class XmlBinding {

    private static final byte[] DECLARATION =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".getBytes(StandardCharsets.UTF_8);

    private final JAXBContext context;
    private final Queue<Marshaller> writers = new ConcurrentLinkedQueue<>();
    private final Queue<Unmarshaller> readers = new ConcurrentLinkedQueue<>();

    XmlBinding(Class<?>... documents) {
        try {
            context = JAXBContext.newInstance(documents);
        } catch (JAXBException wrongBinding) {
            throw new IllegalStateException(wrongBinding);
        }
    }

    /** UTF-8, indented. */
    byte[] write(Object document) {
        try {
            Marshaller writer = writers.poll();
            if (writer == null) {
                writer = context.createMarshaller();
                writer.setProperty(Marshaller.JAXB_FORMATTED_OUTPUT, true);
                writer.setProperty(Marshaller.JAXB_FRAGMENT, true);
            }
            ByteArrayOutputStream octets = new ByteArrayOutputStream(4096);
            octets.writeBytes(DECLARATION);
            writer.marshal(document, octets);
            writers.add(writer);
            return octets.toByteArray();
        } catch (JAXBException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    /** Reads one document; the first thing that does not fit the binding is thrown. */
    Object read(XMLStreamReader document) throws JAXBException, XMLStreamException {
        Unmarshaller reader = readers.poll();
        if (reader == null) {
            reader = context.createUnmarshaller();
            reader.setEventHandler(event -> false);
        }
        Object read = reader.unmarshal(document);
        readers.add(reader);
        return read;
    }
}
