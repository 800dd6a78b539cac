// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.issuing.core;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guidang.issuing.IssuingRecordData;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.shared.Level;
import org.guidang.shared.Outcome;

/**
 * Reads an issuing record (电子出证记录.XML) by 浙档发〔2019〕16号 6.2 and 附录 A 表 A.1: fourteen fields, their lengths in
 * characters, what may be null, times that exist. Strict, and everything at once.
 *
 * <p>The printed sample of 附录 A is not well-formed and names 序号 14 {@code respondedata}; table and text are followed.
 * A reader made by {@link #acceptingSampleName()} takes that name for {@code responsedata} and says so.
 */
public final class IssuingRecordReader {

    /** The name 6.2.2 gives the file; compared without case, since the source writes xml both ways. */
    public static final String FILE_NAME = "电子出证记录.XML";

    private static final String ROOT = "description";

    private final boolean sampleName;

    public IssuingRecordReader() {
        this(false);
    }

    private IssuingRecordReader(boolean sampleName) {
        this.sampleName = sampleName;
    }

    /** A reader for platforms that copied the sample's spelling. */
    public static IssuingRecordReader acceptingSampleName() {
        return new IssuingRecordReader(true);
    }

    /** True for the file name of 6.2.2, in whatever case. */
    public static boolean isRecordName(String name) {
        return FILE_NAME.equalsIgnoreCase(name);
    }

    /**
     * Reads to the end, at most {@value XmlText#MOST_OCTETS} octets. The stream is not closed.
     *
     * @param file name told in the findings
     * @throws IOException when the octets cannot be read; a bad record is findings, not an exception
     */
    public IssuingRecordReading read(String file, InputStream content) throws IOException {
        List<Finding> findings = new ArrayList<>();
        Optional<XmlElement> root = new XmlReading(findings).read(content);
        Optional<IssuingRecordData> data = root.flatMap(element -> fields(element, findings));
        List<Finding> named = findings.stream().map(each -> each.in(file)).toList();
        return new IssuingRecordReading(Outcome.of(named) == Outcome.PASSED ? data : Optional.empty(), named);
    }

    private Optional<IssuingRecordData> fields(XmlElement root, List<Finding> findings) {
        if (!ROOT.equals(root.name) || !root.namespace.isEmpty()) {
            findings.add(
                    failed("root", Characteristic.USABILITY).at(root.place()).expecting("<description>", name(root)));
            return Optional.empty();
        }
        Set<XmlElement> unknown = new LinkedHashSet<>(root.children);
        Map<RecordField, String> values = new EnumMap<>(RecordField.class);
        boolean untitled = root.title == null;
        for (RecordField field : RecordField.values()) {
            List<XmlElement> found = found(field, root, findings);
            found.forEach(unknown::remove);
            if (found.isEmpty()) {
                missing(field, unknown, findings);
                continue;
            }
            if (found.size() > 1) {
                findings.add(failed("twice", Characteristic.AUTHENTICITY)
                        .at(found.get(1).place())
                        .expecting("1", found.size())
                        .with(field.element, field.number()));
            }
            untitled |= found.get(0).title == null;
            String value = new FieldRules(field, found.get(0), findings).apply();
            if (value != null) {
                values.put(field, value);
            }
        }
        unknown.forEach(element -> findings.add(warning("unknown")
                .at(element.place())
                .expecting("", name(element))
                .with(element.name)));
        if (untitled) {
            findings.add(warning("title"));
        }
        times(values, findings);
        return Optional.of(values)
                .filter(complete -> Outcome.of(findings) == Outcome.PASSED)
                .map(this::data);
    }

    private List<XmlElement> found(RecordField field, XmlElement root, List<Finding> findings) {
        List<XmlElement> found = root.all(field.element);
        if (!found.isEmpty() || !sampleName || field != RecordField.RESPONSE_DATA) {
            return found;
        }
        List<XmlElement> alias = root.all(RecordField.RESPONSE_DATA_IN_SAMPLE);
        if (!alias.isEmpty()) {
            findings.add(warning("sample-name")
                    .at(alias.get(0).place())
                    .expecting(field.element, RecordField.RESPONSE_DATA_IN_SAMPLE));
        }
        return alias;
    }

    private static void missing(RecordField field, Set<XmlElement> unknown, List<Finding> findings) {
        Optional<XmlElement> near = unknown.stream()
                .filter(element -> NearName.isNear(field.element, element.name))
                .findFirst();
        near.ifPresent(unknown::remove);
        Finding finding = near.isEmpty()
                ? failed("missing", Characteristic.INTEGRITY).expecting("<" + field.element + ">", "")
                : failed("missing-near", Characteristic.INTEGRITY)
                        .at(near.get().place())
                        .expecting("<" + field.element + ">", name(near.get()));
        if (field.nullable && near.isEmpty()) {
            finding = warning("absent").expecting("<" + field.element + ">", "");
        } else if (field.nullable) {
            finding = finding.of(Level.SHOULD);
        }
        findings.add(finding.with(
                field.element, field.number(), near.map(element -> element.name).orElse("")));
    }

    private static void times(Map<RecordField, String> values, List<Finding> findings) {
        String request = values.get(RecordField.REQUEST_TIME);
        String response = values.get(RecordField.RESPONSE_TIME);
        // Same form, so the order of texts is the order of times.
        if (request != null && response != null && response.compareTo(request) < 0) {
            findings.add(failed("response-before-request", Characteristic.AUTHENTICITY)
                    .expecting(">= " + request, response));
        }
    }

    private IssuingRecordData data(Map<RecordField, String> values) {
        return new IssuingRecordData(
                values.get(RecordField.REQUEST_ID),
                values.get(RecordField.SYSTEM_CODE),
                values.get(RecordField.SYSTEM_DEPARTMENT_CODE),
                values.get(RecordField.INTERFACE_CODE),
                values.get(RecordField.INTERFACE_DEPARTMENT_CODE),
                FieldRules.time(values.get(RecordField.REQUEST_TIME)),
                FieldRules.time(values.get(RecordField.RESPONSE_TIME)),
                values.get(RecordField.SPONSOR_CODE),
                values.get(RecordField.SERVICE_CODE),
                values.get(RecordField.ACCESSOR_ID),
                values.get(RecordField.PROJECT_ID),
                values.get(RecordField.MATERIAL_NAME),
                values.get(RecordField.REQUEST_PARAM),
                values.get(RecordField.RESPONSE_DATA));
    }

    private static String name(XmlElement element) {
        return "<" + (element.namespace.isEmpty() ? "" : "{" + element.namespace + "}") + element.name + ">";
    }

    static Finding failed(String what, Characteristic property) {
        return Finding.failed("issuing-record." + what, property, "issuing.record." + what);
    }

    static Finding warning(String what) {
        return Finding.warning(
                "issuing-record." + what.toLowerCase(Locale.ROOT),
                Characteristic.AUTHENTICITY,
                "issuing.record." + what);
    }
}
