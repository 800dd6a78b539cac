// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.guidang.detection.DetectionReport;
import org.guidang.detection.ItemResult;
import org.guidang.detection.Tally;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.shared.Words;

/** The report as XML: package result, natures, items, findings, as products in the field exchange it; names are ours. */
public final class XmlReport {

    static final String NAMESPACE = "urn:guidang:detection:report:1";

    private final XMLStreamWriter xml;

    private XmlReport(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** The stream is flushed, not closed. */
    public static void write(DetectionReport report, OutputStream out) throws IOException {
        try {
            XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory()
                    .createXMLStreamWriter(new UnclosedStream(out), StandardCharsets.UTF_8.name());
            new XmlReport(writer).report(report);
            writer.flush();
            writer.close();
        } catch (XMLStreamException unwritable) {
            throw new IOException(unwritable);
        }
    }

    private void report(DetectionReport report) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.setDefaultNamespace(NAMESPACE);
        xml.writeStartElement(NAMESPACE, "report");
        xml.writeDefaultNamespace(NAMESPACE);
        attribute("id", report.id());
        attribute("package", report.packageNumber());
        attribute("version", report.packageVersion());
        attribute("phase", report.phase());
        attribute("organization", report.organization());
        attribute("by", report.examinedBy());
        attribute("tool", report.toolVersion());
        if (report.retestOf() != null) {
            attribute("retestOf", report.retestOf());
        }
        attribute("started", report.startedAt());
        attribute("ended", report.endedAt());
        attribute("outcome", report.outcome());
        attribute("passed", report.passed());
        xml.writeEmptyElement(NAMESPACE, "profile");
        attribute("id", report.profileId());
        attribute("standard", report.profileStandard());
        attribute("edition", report.profileEdition());
        if (!report.profileVariation().isEmpty()) {
            attribute("variation", report.profileVariation());
        }
        attribute("digest", report.profileDigest());
        xml.writeEmptyElement(NAMESPACE, "octets");
        attribute("length", report.packageFixity().octets());
        attribute("sm3", report.packageFixity().sm3());
        attribute("sha256", report.packageFixity().sha256());
        for (Characteristic nature : Characteristic.values()) {
            characteristic(report, nature);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void characteristic(DetectionReport report, Characteristic nature) throws XMLStreamException {
        Tally tally = report.tally(nature);
        xml.writeStartElement(NAMESPACE, "characteristic");
        attribute("name", nature);
        attribute("items", tally.items());
        attribute("passed", tally.passed());
        attribute("failed", tally.failed());
        attribute("indeterminate", tally.indeterminate());
        attribute("manual", tally.manual());
        attribute("notApplicable", tally.notApplicable());
        for (ItemResult item : report.items()) {
            if (item.characteristic() == nature) {
                item(item);
            }
        }
        xml.writeEndElement();
    }

    private void item(ItemResult item) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, "item");
        attribute("code", item.code());
        attribute("name", item.name());
        attribute("level", item.level());
        attribute("outcome", item.outcome());
        attribute("verdict", item.verdict());
        attribute("examined", item.examined());
        attribute("total", item.total());
        if (item.carriedFrom() != null) {
            attribute("carriedFrom", item.carriedFrom());
        }
        if (!item.reason().isEmpty()) {
            text(
                    "reason",
                    Words.say(
                            Locale.CHINESE,
                            item.reason(),
                            item.reasonArguments().toArray()));
        }
        if (item.prescribed() != null) {
            xml.writeStartElement(NAMESPACE, "deviation");
            attribute("prescribed", item.prescribed());
            attribute("parameters", item.changedParameters());
            xml.writeCharacters(Legal.xml(item.changeReason()));
            xml.writeEndElement();
        }
        if (item.decision() != null) {
            xml.writeStartElement(NAMESPACE, "decision");
            attribute("verdict", item.decision());
            attribute("by", item.decidedBy());
            attribute("at", item.decidedAt());
            xml.writeCharacters(Legal.xml(item.decisionNote()));
            xml.writeEndElement();
        }
        for (Finding finding : item.findings()) {
            finding(finding);
        }
        xml.writeEndElement();
    }

    private void finding(Finding finding) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, "finding");
        attribute("code", finding.code());
        attribute("level", finding.level());
        attribute("outcome", finding.outcome());
        attribute("file", finding.file());
        attribute("place", finding.place());
        attribute("expected", finding.expected());
        attribute("found", finding.found());
        attribute("message", finding.message());
        text("said", Words.say(Locale.CHINESE, finding));
        text("todo", Words.toDo(Locale.CHINESE, finding));
        xml.writeEndElement();
    }

    private void text(String name, String value) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, name);
        xml.writeCharacters(Legal.xml(value));
        xml.writeEndElement();
    }

    private void attribute(String name, Object value) throws XMLStreamException {
        xml.writeAttribute(name, Legal.xml(String.valueOf(value)));
    }
}
