// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.signature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.guidang.detection.core.Examination;
import org.guidang.detection.core.FileExaminer;
import org.guidang.detection.core.xml.SafeXml;
import org.guidang.evidence.core.EvidenceVerifier;
import org.guidang.seal.core.SignedContent;

/** Evidence records of RFC 6283; other XML is left alone. */
public final class XmlEvidenceRecordExaminer implements FileExaminer {

    private static final String NAMESPACE = "urn:ietf:params:xml:ns:ers";
    private static final long LARGEST = 32L * 1024 * 1024;

    @Override
    public Set<String> formats() {
        return Set.of("xml");
    }

    @Override
    public void examine(Examination examination) throws IOException {
        if (Files.size(examination.path()) > LARGEST || !isEvidenceRecord(examination.path())) {
            return;
        }
        byte[] value = Files.readAllBytes(examination.path());
        List<SignedContent> data = new ArrayList<>();
        for (Path file : Beside.candidates(examination)) {
            SignedContent content = SignedContent.of(file);
            if (EvidenceVerifier.names(value, content)) {
                data.add(content);
                examination.cover(file.getFileName().toString());
            }
        }
        EvidenceRecordExaminer.report(
                new EvidenceVerifier(examination.trust()).verifyXml(value, data, examination.at()), examination);
    }

    private static boolean isEvidenceRecord(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader reader = SafeXml.factory().createXMLStreamReader(in);
            try {
                while (reader.hasNext()) {
                    int event = reader.next();
                    if (event == XMLStreamReader.DTD) {
                        return false;
                    }
                    if (event == XMLStreamReader.START_ELEMENT) {
                        return NAMESPACE.equals(reader.getNamespaceURI())
                                && reader.getLocalName().equals("EvidenceRecord");
                    }
                }
                return false;
            } finally {
                reader.close();
            }
        } catch (XMLStreamException malformed) {
            return false; // told by the examiner of XML
        }
    }
}
