// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.guidang.transfer.A1Row;
import org.guidang.transfer.OfferedPackage;
import org.guidang.transfer.Party;
import org.guidang.transfer.Signed;

/**
 * A list version as XML after {@code transfer-list-2.xsd}: elements are named as the form names its columns. Streamed.
 * Characters that XML 1.0 cannot hold are written as U+FFFD; the canonical text, which is
 * in it as Base64, keeps them. Edition 1 ({@code transfer-list.xsd}) had no checkpoint and no text; it is still read.
 */
public final class TransferListXml {

    public static final String NAMESPACE = "urn:guidang:transfer-list:2";
    static final String FIRST_NAMESPACE = "urn:guidang:transfer-list:1";

    private final XMLStreamWriter xml;

    private TransferListXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** The stream is flushed and left open. */
    public static void write(PrintedList list, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            new TransferListXml(xml).write(list);
            xml.flush();
        } catch (XMLStreamException notWritten) {
            throw new IOException(notWritten);
        }
    }

    private void write(PrintedList list) throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.setDefaultNamespace(NAMESPACE);
        xml.writeStartElement(NAMESPACE, PaperWords.TITLE);
        xml.writeDefaultNamespace(NAMESPACE);
        element("清单编号", list.number());
        element("版本", list.version());
        if (!list.resubmits().isEmpty()) {
            element("再次移交的清单", list.resubmits());
        }
        organization("移交单位", list.window(), list.windowName());
        organization("接收单位", list.agency(), list.agencyName());
        for (A1Row row : list.rows()) {
            write(row);
        }
        for (OfferedPackage pack : list.packages()) {
            write(pack);
        }
        if (list.fixity() != null) {
            element("清单摘要SM3", list.fixity().sm3());
            element("清单摘要SHA256", list.fixity().sha256());
            element("信息包根摘要", list.checkpoint().root());
            element("信息包合计", list.checkpoint().packages());
            element("信息包字节合计", list.checkpoint().octets());
            element("校验点", list.checkpoint().text());
            element("清单原文", Base64.getEncoder().encodeToString(list.text()));
        }
        for (Signed signed : list.signatures()) {
            write(signed);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void write(A1Row row) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, "行");
        element("序号", row.sequence());
        element("批次编号", row.batch());
        element("办理事项名称", row.itemName());
        element("事项类型", row.itemType());
        element("归档信息包数量", row.packages());
        element("检测意见", row.opinion());
        element("备注", row.remark());
        xml.writeEndElement();
    }

    private void write(OfferedPackage pack) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, "归档信息包");
        element("批次编号", pack.batch());
        element("包号", pack.packageNumber());
        element("包版本", pack.packageVersion());
        element("统一申报号", pack.applicationNumber());
        element("文件数", pack.files());
        element("文件字节数", pack.contentOctets());
        element("包字节数", pack.zip().octets());
        element("包摘要SM3", pack.zip().sm3());
        element("包摘要SHA256", pack.zip().sha256());
        xml.writeEndElement();
    }

    private void write(Signed signed) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, signed.party() == Party.WINDOW ? "移交方签名" : "接收方签名");
        element("签名人", signed.displayName());
        element("单位", signed.organizationName());
        element("签名时间", signed.at());
        element("证书", signed.certificate());
        element("签名结果", signed.cms());
        xml.writeEndElement();
    }

    private void organization(String name, String code, String words) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, name);
        xml.writeAttribute("代码", code);
        xml.writeCharacters(legal(words));
        xml.writeEndElement();
    }

    private void element(String name, Object value) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, name);
        xml.writeCharacters(legal(value.toString()));
        xml.writeEndElement();
    }

    /** The text as it comes back from XML: what XML cannot hold replaced, line ends as its readers give them. */
    static String readable(String text) {
        return legal(text).replace("\r\n", "\n").replace('\r', '\n');
    }

    private static String legal(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints().map(TransferListXml::legal).forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private static int legal(int character) {
        boolean allowed = character == '\t'
                || character == '\n'
                || character == '\r'
                || character >= 0x20 && character <= 0xD7FF
                || character >= 0xE000 && character <= 0xFFFD
                || character >= 0x10000;
        return allowed ? character : 0xFFFD;
    }
}
