// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.issuing.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.shared.Outcome;

/**
 * Reads a certificate without layout by 浙档发〔2019〕16号 8.3 and 附录 B: form only. The printed sample is not
 * well-formed and elides its base64; both are refused. Keys of the data are the platform's own.
 */
public final class DataCertificateReader {

    private static final int CODE_LENGTH = 32;
    private static final Pattern DATE = Pattern.compile("([0-9]{4})(-?)([0-9]{2})\\2([0-9]{2})");

    private final List<Finding> findings = new ArrayList<>();

    private DataCertificateReader() {}

    /** Reads to the end, within the bounds of a metadata file. The stream is not closed. */
    public static DataCertificateReading read(String file, InputStream content) throws IOException {
        DataCertificateReader reader = new DataCertificateReader();
        XmlReading xml = new XmlReading(reader.findings);
        Optional<DataCertificate> certificate =
                xml.read(content).flatMap(root -> Optional.ofNullable(reader.certificate(root, xml)));
        List<Finding> named =
                reader.findings.stream().map(each -> each.in(file)).toList();
        boolean sound = Outcome.of(named) == Outcome.PASSED;
        return new DataCertificateReading(sound ? certificate : Optional.empty(), named);
    }

    private DataCertificate certificate(XmlElement root, XmlReading xml) {
        if (!"description".equals(root.name) || !root.namespace.isEmpty()) {
            findings.add(
                    refused("root", Characteristic.USABILITY, root).expecting("<description>", "<" + root.name + ">"));
            return null;
        }
        String name = text(root, "elcllicencename");
        String department = text(root, "elcllicencedept");
        String code = text(root, "elcllicencecode");
        if (code != null && code.codePointCount(0, code.length()) != CODE_LENGTH) {
            findings.add(Finding.warning(
                            "data-certificate.code-length",
                            Characteristic.AUTHENTICITY,
                            "issuing.certificate.code-length")
                    .expecting(String.valueOf(CODE_LENGTH), code.codePointCount(0, code.length())));
        }
        XmlElement struct = only(root, "elcllicencestruct", true);
        if (struct == null) {
            return null;
        }
        byte[] certificate = base64(struct, "signcert");
        byte[] signature = base64(struct, "signvalue");
        byte[] timeStamp = base64(struct, "tsa");
        XmlElement data = only(struct, "data", true);
        if (data == null || xml.written(data) == null) {
            return null;
        }
        List<DataCertificate.Item> items = new ArrayList<>();
        for (XmlElement item : data.children) {
            String value = item.text.toString().strip();
            items.add(new DataCertificate.Item(item.name, item.title, value));
            date(item, value);
        }
        if (items.isEmpty()) {
            findings.add(refused("empty", Characteristic.INTEGRITY, data).with("data"));
        }
        return new DataCertificate(
                name,
                department,
                code,
                certificate,
                signature,
                timeStamp,
                xml.written(data).getBytes(StandardCharsets.UTF_8),
                List.copyOf(items));
    }

    private String text(XmlElement parent, String name) {
        XmlElement element = only(parent, name, true);
        if (element == null) {
            return null;
        }
        String text = element.text.toString().strip();
        if (text.isEmpty()) {
            findings.add(refused("empty", Characteristic.INTEGRITY, element).with(name));
        }
        return text;
    }

    /** The element of this name, which may stand once; two of them are what a wrapping attack needs. */
    private XmlElement only(XmlElement parent, String name, boolean demanded) {
        List<XmlElement> found = parent.all(name);
        if (found.size() > 1) {
            findings.add(refused("twice", Characteristic.AUTHENTICITY, found.get(1))
                    .expecting("1", found.size())
                    .with(name));
        }
        if (found.isEmpty() && demanded) {
            findings.add(refused("missing", Characteristic.INTEGRITY, parent).with(name));
        }
        return found.isEmpty() ? null : found.get(0);
    }

    private byte[] base64(XmlElement struct, String name) {
        XmlElement element = only(struct, name, false);
        if (element == null) {
            // 6.1.2: a component carries proof of a reliable source.
            findings.add(
                    refused("no-proof", Characteristic.AUTHENTICITY, struct).with(name));
            return null;
        }
        try {
            byte[] octets = Base64.getDecoder().decode(element.text.toString().replaceAll("[ \\t\\r\\n]", ""));
            if (octets.length > 0) {
                return octets;
            }
            findings.add(
                    refused("no-proof", Characteristic.AUTHENTICITY, element).with(name));
        } catch (IllegalArgumentException notBase64) {
            findings.add(refused("base64", Characteristic.AUTHENTICITY, element).with(name));
        }
        return null;
    }

    /** A value that has the form of a date should be one; both forms of the sample are known. */
    private void date(XmlElement item, String value) {
        Matcher form = DATE.matcher(value);
        if (!form.matches()) {
            return;
        }
        int year = Integer.parseInt(form.group(1));
        boolean dateLike = !form.group(2).isEmpty() || year >= 1900 && year <= 2100;
        try {
            LocalDate.of(year, Integer.parseInt(form.group(3)), Integer.parseInt(form.group(4)));
        } catch (DateTimeException noSuchDay) {
            if (dateLike) {
                findings.add(Finding.warning(
                                "data-certificate.date", Characteristic.AUTHENTICITY, "issuing.certificate.date")
                        .at(item.place())
                        .expecting("", value)
                        .with(item.name));
            }
        }
    }

    private static Finding refused(String what, Characteristic property, XmlElement element) {
        return Finding.failed("data-certificate." + what, property, "issuing.certificate." + what)
                .at(element.place());
    }
}
