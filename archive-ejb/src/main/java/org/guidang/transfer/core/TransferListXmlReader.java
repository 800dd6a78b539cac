// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.guidang.packaging.core.SafeXml;

/** Reads the rows of a list as XML, after either edition of its schema; other elements are passed over. */
final class TransferListXmlReader {

    private TransferListXmlReader() {}

    /** @throws IOException when the octets cannot be read; a bad list is told by findings */
    static TransferListReader.Result read(InputStream in, String name) throws IOException {
        RowChecks checks =
                new RowChecks(name, (line, column) -> "line " + line + ", " + PaperWords.COLUMNS.get(column - 1));
        try {
            XMLStreamReader xml = SafeXml.reader(in);
            read(xml, checks);
        } catch (XMLStreamException malformed) {
            checks.failed(
                    "transfer.csv.xml",
                    malformed.getLocation() == null
                            ? ""
                            : "line " + malformed.getLocation().getLineNumber(),
                    "XML",
                    malformed.getMessage());
        }
        return checks.end();
    }

    private static void read(XMLStreamReader xml, RowChecks checks) throws XMLStreamException {
        xml.nextTag();
        boolean known = List.of(TransferListXml.NAMESPACE, TransferListXml.FIRST_NAMESPACE)
                .contains(String.valueOf(xml.getNamespaceURI()));
        if (!known || !xml.getLocalName().equals(PaperWords.TITLE)) {
            checks.failed(
                    "transfer.csv.xml-other",
                    "line 1",
                    "{" + TransferListXml.NAMESPACE + "}" + PaperWords.TITLE,
                    xml.getName());
            return;
        }
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("行")) {
                int line = xml.getLocation().getLineNumber();
                if (!checks.row(fields(xml), line)) {
                    return;
                }
            } else if (xml.getLocalName().equals(RowChecks.CHECKPOINT)) {
                checks.row(
                        List.of(RowChecks.CHECKPOINT, xml.getElementText()),
                        xml.getLocation().getLineNumber());
            }
        }
    }

    private static List<String> fields(XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> byColumn = new HashMap<>();
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            byColumn.put(xml.getLocalName(), xml.getElementText());
        }
        List<String> fields = new ArrayList<>();
        PaperWords.COLUMNS.forEach(column -> fields.add(byColumn.getOrDefault(column, "")));
        return fields;
    }
}
