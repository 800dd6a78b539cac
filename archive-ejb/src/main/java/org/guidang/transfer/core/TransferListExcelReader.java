// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.guidang.packaging.core.SafeXml;
import org.guidang.packaging.core.zip.GuardedZip;
import org.guidang.packaging.core.zip.ZipEntryInfo;
import org.guidang.packaging.core.zip.ZipLimits;

/**
 * Reads the first sheet of an Excel workbook (ECMA-376, .xlsx): the title or empty rows may stand above the seven columns,
 * the signers' line below. Read by us and not by a library, because those at hand unpack without limits and bring XML
 * readers that register themselves for the whole server. A cell that holds a formula is refused: what it shows depends on
 * who opens it.
 */
final class TransferListExcelReader {

    private static final ZipLimits LIMITS = new ZipLimits(1000, 64L << 20, 128L << 20, 200, 1);
    private static final int MOST_ABOVE = 20;
    private static final int MOST_COLUMNS = 100;
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    private final RowChecks checks;
    private List<String> shared = List.of();
    private boolean headed;
    private List<String> first;

    private TransferListExcelReader(RowChecks checks) {
        this.checks = checks;
    }

    /** @throws IOException when the octets cannot be read; a bad list is told by findings */
    static TransferListReader.Result read(Path file, String name) throws IOException {
        RowChecks checks = new RowChecks(name, RowChecks::ofTable);
        try (GuardedZip zip = GuardedZip.open(file, LIMITS)) {
            if (!zip.isSound() || zip.entry(SHEET).isEmpty()) {
                String why = zip.isSound() ? SHEET : zip.findings().get(0).code();
                checks.failed("transfer.csv.excel", "", "xlsx", why);
                return checks.end();
            }
            new TransferListExcelReader(checks).read(zip);
        } catch (XMLStreamException | RuntimeException malformed) {
            checks.failed("transfer.csv.excel", "", "xlsx", malformed.getMessage());
        }
        return checks.end();
    }

    private void read(GuardedZip zip) throws IOException, XMLStreamException {
        ZipEntryInfo strings = zip.entry("xl/sharedStrings.xml").orElse(null);
        if (strings != null) {
            try (InputStream in = zip.open(strings)) {
                shared = strings(SafeXml.reader(in));
            }
        }
        try (InputStream in = zip.open(zip.entry(SHEET).orElseThrow())) {
            XMLStreamReader xml = SafeXml.reader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("row")
                        && !row(xml)) {
                    return;
                }
            }
        }
        if (!headed) {
            checks.head(first);
        }
    }

    /** False when nothing more is to be read. */
    private boolean row(XMLStreamReader xml) throws XMLStreamException {
        int line = Integer.parseInt(xml.getAttributeValue(null, "r"));
        Map<Integer, String> cells = new TreeMap<>();
        while (xml.next() != XMLStreamConstants.END_ELEMENT
                || !xml.getLocalName().equals("row")) {
            if (xml.isStartElement() && xml.getLocalName().equals("c")) {
                int column = column(xml.getAttributeValue(null, "r"));
                String text = cell(xml, line, column);
                if (column > MOST_COLUMNS) {
                    throw new XMLStreamException("more than " + MOST_COLUMNS + " columns");
                }
                cells.put(column, text);
            }
        }
        List<String> fields = new ArrayList<>();
        int last = cells.entrySet().stream()
                .filter(cell -> !cell.getValue().isBlank())
                .mapToInt(Map.Entry::getKey)
                .max()
                .orElse(0);
        for (int i = 1; i <= Math.max(last, PaperWords.COLUMNS.size()); i++) {
            fields.add(cells.getOrDefault(i, ""));
        }
        return taken(fields, line);
    }

    private boolean taken(List<String> fields, int line) {
        if (headed) {
            // The line of the signers ends the table; a checkpoint may follow.
            return fields.get(0).startsWith("移交人") || checks.row(RowChecks.unguarded(fields), line);
        }
        if (first == null && fields.stream().filter(field -> !field.isBlank()).count() > 1) {
            first = fields;
        }
        headed = fields.equals(PaperWords.COLUMNS);
        return headed || line < MOST_ABOVE;
    }

    private String cell(XMLStreamReader xml, int line, int column) throws XMLStreamException {
        String type = String.valueOf(xml.getAttributeValue(null, "t"));
        StringBuilder text = new StringBuilder();
        while (xml.next() != XMLStreamConstants.END_ELEMENT
                || !xml.getLocalName().equals("c")) {
            if (!xml.isStartElement()) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "f" ->
                    checks.failed(
                            "transfer.csv.formula", RowChecks.ofTable(line, column), "", "=" + xml.getElementText());
                case "v", "t" -> text.append(xml.getElementText());
                default -> {} // runs and their look
            }
        }
        String value = text.toString();
        return switch (type) {
            case "s" -> shared.get(Integer.parseInt(value));
            case "inlineStr", "str" -> value;
            default -> value.endsWith(".0") ? value.substring(0, value.length() - 2) : value;
        };
    }

    private static List<String> strings(XMLStreamReader xml) throws XMLStreamException {
        List<String> all = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("t")) {
                text.append(xml.getElementText());
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("rPh")) {
                skipReading(xml);
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("si")) {
                all.add(text.toString());
                text.setLength(0);
            }
        }
        return all;
    }

    /** How a word is read aloud is no part of it. */
    private static void skipReading(XMLStreamReader xml) throws XMLStreamException {
        while (xml.next() != XMLStreamConstants.END_ELEMENT
                || !xml.getLocalName().equals("rPh")) {
            // passed over
        }
    }

    /** {@code E2} is column 5. */
    private static int column(String reference) {
        int column = 0;
        for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
            column = column * 26 + reference.charAt(i) - 'A' + 1;
        }
        return column;
    }
}
