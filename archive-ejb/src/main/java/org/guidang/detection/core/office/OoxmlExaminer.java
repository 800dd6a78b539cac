// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.office;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.guidang.detection.core.Examination;
import org.guidang.detection.core.FileExaminer;
import org.guidang.detection.core.xml.SafeXml;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/**
 * Office Open XML (ISO/IEC 29500) and OpenDocument: every part read to its end, macros and embedded programs named,
 * relationships that lead out of the file named. A macro fails whatever the extension says; an outside template fails,
 * because opening the record would fetch and run it; other outside links warn.
 */
public final class OoxmlExaminer implements FileExaminer {

    private static final int MOST_PARTS = 10_000;
    private static final long MOST_OCTETS = 2L * 1024 * 1024 * 1024;
    private static final long LONGEST_XML = 64L * 1024 * 1024;
    private static final Set<String> LOADING =
            Set.of("attachedTemplate", "oleObject", "subDocument", "externalLinkPath", "frame", "control");

    @Override
    public Set<String> formats() {
        return Set.of("docx", "xlsx", "pptx", "odf");
    }

    @Override
    public void examine(Examination examination) throws IOException {
        // Opened here: the library does not close what it opened of a zip it then refuses.
        try (SeekableByteChannel channel = Files.newByteChannel(examination.path());
                ZipFile zip = ZipFile.builder().setSeekableByteChannel(channel).get()) {
            Enumeration<ZipArchiveEntry> parts = zip.getEntries();
            long octets = 0;
            int count = 0;
            while (parts.hasMoreElements()) {
                ZipArchiveEntry part = parts.nextElement();
                if (++count > MOST_PARTS) {
                    tooLarge(examination, count + " parts");
                    return;
                }
                octets = part(zip, part, octets, examination);
                if (octets < 0) {
                    return;
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            examination.report(Finding.failed("office.broken", Characteristic.INTEGRITY, "detection.office.broken")
                    .expecting("", broken.getMessage()));
        }
    }

    private static long part(ZipFile zip, ZipArchiveEntry part, long before, Examination examination)
            throws IOException {
        String name = part.getName();
        if (part.getGeneralPurposeBit().usesEncryption()) {
            examination.report(Finding.failed("office.encrypted", Characteristic.SECURITY, "detection.office.encrypted")
                    .at(name));
            return before;
        }
        active(name, examination);
        long octets = before + readToEnd(zip, part, MOST_OCTETS - before, examination);
        if (octets >= MOST_OCTETS) {
            tooLarge(examination, String.valueOf(octets));
            return -1;
        }
        if (name.endsWith(".rels") && part.getSize() < LONGEST_XML) {
            relationships(zip, part, examination);
        } else if (name.equals("[Content_Types].xml")) {
            contentTypes(zip, part, examination);
        }
        return octets;
    }

    private static void active(String name, Examination examination) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith("vbaproject.bin") || lower.startsWith("basic/") || lower.startsWith("scripts/")) {
            examination.report(Finding.failed("office.macro", Characteristic.SECURITY, "detection.office.macro")
                    .at(name));
        } else if (lower.endsWith(".exe")
                || lower.endsWith(".dll")
                || lower.endsWith(".js")
                || lower.endsWith(".vbs")
                || lower.contains("/activex/")) {
            examination.report(Finding.failed("office.program", Characteristic.SECURITY, "detection.office.program")
                    .at(name));
        } else if (lower.contains("/embeddings/")) {
            examination.report(Finding.warning("office.embedded", Characteristic.SECURITY, "detection.office.embedded")
                    .at(name));
        }
    }

    /** Octets read; stops at what is left of the limit. */
    private static long readToEnd(ZipFile zip, ZipArchiveEntry part, long left, Examination examination)
            throws IOException {
        CRC32 sum = new CRC32();
        byte[] buffer = new byte[64 * 1024];
        long all = 0;
        try (InputStream in = zip.getInputStream(part)) {
            int read;
            while (in != null && (read = in.read(buffer)) > 0) {
                sum.update(buffer, 0, read);
                all += read;
                if (all >= left) {
                    return all;
                }
            }
        }
        if (part.getCrc() >= 0 && sum.getValue() != part.getCrc()) {
            examination.report(
                    Finding.failed("office.check-sum", Characteristic.INTEGRITY, "detection.office.check-sum")
                            .at(part.getName())
                            .expecting("%08x".formatted(part.getCrc()), "%08x".formatted(sum.getValue())));
        }
        return all;
    }

    private static void relationships(ZipFile zip, ZipArchiveEntry part, Examination examination) throws IOException {
        elements(zip, part, examination, in -> {
            if (in.getLocalName().equals("Relationship")
                    && "External".equalsIgnoreCase(in.getAttributeValue(null, "TargetMode"))) {
                String type = String.valueOf(in.getAttributeValue(null, "Type"));
                String kind = type.substring(type.lastIndexOf('/') + 1);
                String target = String.valueOf(in.getAttributeValue(null, "Target"));
                if (LOADING.contains(kind)) {
                    examination.report(Finding.failed(
                                    "office.loads-outside", Characteristic.SECURITY, "detection.office.loads-outside")
                            .at(part.getName())
                            .expecting("", target)
                            .with(kind));
                } else if (!kind.equals("hyperlink")) {
                    examination.report(Finding.warning(
                                    "office.refers-outside",
                                    Characteristic.INTEGRITY,
                                    "detection.office.refers-outside")
                            .at(part.getName())
                            .expecting("", target)
                            .with(kind));
                }
            }
        });
    }

    private static void contentTypes(ZipFile zip, ZipArchiveEntry part, Examination examination) throws IOException {
        elements(zip, part, examination, in -> {
            String type = String.valueOf(in.getAttributeValue(null, "ContentType"));
            if (type.contains("macroEnabled") || type.contains("vbaProject")) {
                examination.report(Finding.failed("office.macro", Characteristic.SECURITY, "detection.office.macro")
                        .at(part.getName())
                        .expecting("", type));
            }
        });
    }

    private interface Look {
        void at(XMLStreamReader element);
    }

    private static void elements(ZipFile zip, ZipArchiveEntry part, Examination examination, Look look)
            throws IOException {
        XMLInputFactory factory = SafeXml.factory();
        try (InputStream in = zip.getInputStream(part)) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamReader.DTD) {
                    throw new XMLStreamException("DOCTYPE");
                }
                if (event == XMLStreamReader.START_ELEMENT) {
                    look.at(reader);
                }
            }
        } catch (XMLStreamException broken) {
            examination.report(Finding.failed("office.part-broken", Characteristic.USABILITY, "detection.office.broken")
                    .at(part.getName())
                    .expecting("", broken.getMessage()));
        }
    }

    private static void tooLarge(Examination examination, String found) {
        examination.report(Finding.failed("office.too-large", Characteristic.SECURITY, "detection.office.too-large")
                .expecting("<= " + MOST_OCTETS, found));
    }
}
