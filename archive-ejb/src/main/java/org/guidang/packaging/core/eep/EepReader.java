// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.eep;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.guidang.packaging.core.SafeXml;
import org.guidang.packaging.core.eep.EepReading.Part;
import org.guidang.packaging.core.eep.EepReading.Signature;
import org.guidang.packaging.core.eep.EepReading.SignedObject;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.shared.Fixity;

/**
 * Reads an encapsulation once from begin to end: metadata are kept, data are decoded and measured as they pass, and what
 * is signed is brought into canonical form and measured at the same time. Spellings other writers use are taken too.
 */
public final class EepReader {

    private static final int LONGEST_TEXT = 1 << 20;
    private static final int MOST_PARTS = 20_000;

    /** Where decoded data go besides being measured. */
    @FunctionalInterface
    public interface Sink {
        /** @return null when nobody wants them */
        OutputStream forData(String id) throws IOException;
    }

    private final EepReading reading = new EepReading();
    private final Sink sink;
    private final Deque<String> path = new ArrayDeque<>();
    private final CanonicalTaps taps = new CanonicalTaps();
    private final Deque<SignedObject> inside = new ArrayDeque<>();
    private final Deque<SignedObject[]> containers = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private Signature signature;
    private Part part;
    private String document = "";
    private DataDecoder decoder;

    private EepReader(Sink sink) {
        this.sink = sink;
    }

    /** @throws IOException when the file cannot be read; what is wrong in it is a finding of the reading */
    public static EepReading read(Path file) throws IOException {
        return read(file, id -> null);
    }

    /** Reads, and gives decoded data to whom the sink names; each is closed when it is complete. */
    public static EepReading read(Path file, Sink sink) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            EepReader reader = new EepReader(sink);
            try {
                reader.read(SafeXml.streaming(in));
            } catch (XMLStreamException unreadable) {
                Location at = unreadable.getLocation();
                reader.report(finding("unreadable", Characteristic.USABILITY)
                        .at(at == null ? "" : "line " + at.getLineNumber() + ", column " + at.getColumnNumber())
                        .expecting("DA/T 48-2009", lastLine(unreadable.getMessage())));
            }
            return reader.reading;
        }
    }

    /** Whether a file begins as an encapsulation does. */
    public static boolean isEep(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = SafeXml.streaming(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    return xml.getLocalName().equals(Eep.ROOT);
                }
            }
            return false;
        } catch (XMLStreamException other) {
            return false;
        }
    }

    private static String lastLine(String message) {
        return String.valueOf(message).lines().reduce((one, next) -> next).orElse("");
    }

    private static Finding finding(String what, Characteristic property) {
        return Finding.failed("eep." + what, property, "packaging.eep." + what);
    }

    private void report(Finding finding) {
        reading.findings.add(finding);
    }

    private void read(XMLStreamReader xml) throws XMLStreamException, IOException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && !start(xml)) {
                return;
            }
            taps.event(xml);
            switch (event) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters(xml);
                case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                default -> {} // says nothing
            }
        }
        reading.compareParts();
    }

    private void characters(XMLStreamReader xml) throws XMLStreamException, IOException {
        if (decoder != null) {
            decoder.text(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        } else if (text.length() + xml.getTextLength() > LONGEST_TEXT) {
            throw new XMLStreamException("text longer than " + LONGEST_TEXT, xml.getLocation());
        } else {
            text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        }
    }

    /** @return false when reading has to stop */
    private boolean start(XMLStreamReader xml) throws XMLStreamException, IOException {
        String name = xml.getLocalName();
        text.setLength(0);
        if (path.isEmpty()) {
            if (!name.equals(Eep.ROOT)) {
                throw new XMLStreamException("root element " + name, xml.getLocation());
            }
            containers.push(new SignedObject[1]);
        } else if (decoder != null) {
            throw new XMLStreamException("element in " + Eep.DATA, xml.getLocation());
        }
        judgeChild(name);
        path.push(name);
        switch (name) {
            case Eep.SIGNED_OBJECT -> {
                if (inside.size() > Eep.MOST_MODIFICATIONS) {
                    report(finding("too-deep", Characteristic.SECURITY)
                            .at("line " + xml.getLocation().getLineNumber())
                            .expecting("≤ " + Eep.MOST_MODIFICATIONS, inside.size()));
                    return false;
                }
                SignedObject object = new SignedObject(inside.size() + 1);
                object.edition = attribute(xml, "eep版本");
                inside.push(object);
                reading.objects.add(object);
                taps.begin(object);
            }
            case Eep.EARLIER -> containers.push(new SignedObject[1]);
            case "修改封装内容" -> here(object -> object.modifies = true);
            case Eep.SIGNATURE, Eep.LOCK -> {
                signature = new Signature();
                signature.of = containers.peek() == null ? null : containers.peek()[0];
                taps.begin(signature);
            }
            case "文档" -> document = "";
            case "编码" -> part = new Part();
            case Eep.DATA -> data(xml);
            default -> {} // its text is taken at its end
        }
        return true;
    }

    /** What stands beside the signed object is not signed, so nothing unknown may stand there. */
    private void judgeChild(String name) throws XMLStreamException {
        String parent = path.peek();
        if (Eep.ROOT.equals(parent) || Eep.EARLIER.equals(parent)) {
            switch (name) {
                case "封装包格式描述", "版本", Eep.SIGNATURE_BLOCK, Eep.LOCK -> {}
                case Eep.SIGNED_OBJECT -> {
                    if (containers.peek()[0] != null) {
                        throw new XMLStreamException("second " + Eep.SIGNED_OBJECT);
                    }
                }
                default ->
                    report(finding("unsigned-element", Characteristic.AUTHENTICITY)
                            .at(parent)
                            .expecting("", name));
            }
        } else if (name.equals(Eep.SIGNED_OBJECT)) {
            throw new XMLStreamException(Eep.SIGNED_OBJECT + " in " + parent);
        }
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private void here(java.util.function.Consumer<SignedObject> change) {
        if (!inside.isEmpty()) {
            change.accept(inside.peek());
        }
    }

    private void data(XMLStreamReader xml) throws IOException, XMLStreamException {
        if (part == null || inside.isEmpty()) {
            throw new XMLStreamException(Eep.DATA + " outside 编码", xml.getLocation());
        }
        part.dataId = attribute(xml, Eep.DATA_ID);
        part.reference = attribute(xml, Eep.REFERENCE);
        decoder = new DataDecoder(part.reference.isEmpty() ? sink.forData(part.dataId) : null);
    }

    private void end(String name) throws IOException, XMLStreamException {
        path.pop();
        String value = text.toString().strip();
        text.setLength(0);
        if (signature != null) {
            endInSignature(name, value);
            return;
        }
        switch (name) {
            case "版本" -> {
                if (Eep.ROOT.equals(path.peek())) {
                    reading.edition = value;
                }
            }
            case "封装包类型" -> here(object -> object.type = value);
            case "封装包创建时间" -> here(object -> object.created = value);
            case "封装包创建单位" -> here(object -> object.unit = value);
            case "附注" -> here(object -> object.notes.add(value));
            case "题名" -> document = value;
            case "计算机文件名" -> inPart(p -> p.path = value);
            case "计算机文件大小" -> inPart(p -> p.stated = value);
            case "反编码关键字" -> inPart(p -> p.keyword = value);
            case Eep.DATA -> endData();
            case "编码" -> {
                part.title = document;
                SignedObject object = inside.peek();
                if (object == null || object.parts.size() >= MOST_PARTS) {
                    throw new XMLStreamException("more than " + MOST_PARTS + " files");
                }
                object.parts.add(part);
                part = null;
            }
            case Eep.SIGNED_OBJECT -> {
                SignedObject object = inside.pop();
                object.fixity = taps.end(object);
                containers.peek()[0] = object;
            }
            case Eep.EARLIER -> containers.pop();
            default -> {} // kept in the canonical form only
        }
    }

    private void inPart(java.util.function.Consumer<Part> change) {
        if (part != null) {
            change.accept(part);
        }
    }

    private void endInSignature(String name, String value) {
        signature.take(name, value);
        if (name.equals(Eep.SIGNATURE) || name.equals(Eep.LOCK)) {
            signature.own = taps.end(signature);
            (name.equals(Eep.LOCK) ? reading.locks : reading.signatures).add(signature);
            signature = null;
        }
    }

    private void endData() throws IOException {
        Fixity fixity = decoder.finish();
        boolean good = decoder.good();
        decoder = null;
        if (!part.reference.isEmpty()) {
            return;
        }
        if (!good) {
            report(finding("base64", Characteristic.USABILITY).in(part.path).at(part.dataId));
        }
        if (part.dataId.isEmpty() || reading.data.putIfAbsent(part.dataId, fixity) != null) {
            report(finding("data-id", Characteristic.INTEGRITY).in(part.path).at(part.dataId));
        }
    }
}
