// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.guidang.packaging.core.SafeXml;
import org.guidang.shared.Fixity;
import org.guidang.transfer.A1Row;
import org.guidang.transfer.Party;
import org.guidang.transfer.Signed;

/** Reads the XML of a list, either edition, see {@link TransferListXml}. */
final class PresentedXml {

    private final Map<String, String> plain = new HashMap<>();
    private final Map<String, String> codes = new HashMap<>();
    private final List<A1Row> rows = new ArrayList<>();
    private final List<SignedList.Pack> packages = new ArrayList<>();
    private final List<Map<String, String>> signatures = new ArrayList<>();

    private PresentedXml() {}

    static PresentedList read(InputStream in) throws PresentedList.UnknownFormException {
        try {
            XMLStreamReader xml = SafeXml.reader(in);
            xml.nextTag();
            String root = String.valueOf(xml.getName());
            boolean known = root.equals("{" + TransferListXml.NAMESPACE + "}" + PaperWords.TITLE)
                    || root.equals("{" + TransferListXml.FIRST_NAMESPACE + "}" + PaperWords.TITLE);
            if (!known) {
                throw new PresentedList.UnknownFormException(root, null);
            }
            PresentedXml reading = new PresentedXml();
            while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
                reading.element(xml);
            }
            return reading.list();
        } catch (XMLStreamException | RuntimeException malformed) {
            throw new PresentedList.UnknownFormException(malformed.getMessage(), malformed);
        }
    }

    private void element(XMLStreamReader xml) throws XMLStreamException {
        String name = xml.getLocalName();
        switch (name) {
            case "行" -> rows.add(row(children(xml)));
            case "归档信息包" -> packages.add(pack(children(xml)));
            case "移交方签名", "接收方签名" -> {
                Map<String, String> signature = children(xml);
                signature.put("party", name);
                signatures.add(signature);
            }
            default -> {
                String code = xml.getAttributeValue(null, "代码");
                codes.put(name, code == null ? "" : code);
                plain.put(name, xml.getElementText());
            }
        }
    }

    private static Map<String, String> children(XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> children = new HashMap<>();
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            children.put(xml.getLocalName(), xml.getElementText());
        }
        return children;
    }

    private PresentedList list() {
        int version = Integer.parseInt(plain.get("版本"));
        String text = plain.get("清单原文");
        return new PresentedList(
                "",
                plain.get("清单编号"),
                version,
                plain.getOrDefault("再次移交的清单", ""),
                codes.get("移交单位"),
                plain.get("移交单位"),
                codes.get("接收单位"),
                plain.get("接收单位"),
                List.copyOf(rows),
                List.copyOf(packages),
                text == null ? null : Base64.getMimeDecoder().decode(text),
                plain.containsKey("校验点") ? proof() : null,
                signatures.stream().map(each -> signature(each, version)).toList(),
                false);
    }

    private PresentedList.Proof proof() {
        return new PresentedList.Proof(
                null,
                plain.get("清单摘要SM3"),
                plain.get("清单摘要SHA256"),
                plain.get("信息包根摘要"),
                Long.parseLong(plain.get("信息包合计")),
                Long.parseLong(plain.get("信息包字节合计")),
                plain.get("校验点"));
    }

    private static A1Row row(Map<String, String> row) {
        return new A1Row(
                Integer.parseInt(row.get("序号")),
                row.get("批次编号"),
                row.get("办理事项名称"),
                row.get("事项类型"),
                Integer.parseInt(row.get("归档信息包数量")),
                row.get("检测意见"),
                row.get("备注"));
    }

    private static SignedList.Pack pack(Map<String, String> pack) {
        return new SignedList.Pack(
                pack.get("批次编号"),
                pack.get("包号"),
                Integer.parseInt(pack.get("包版本")),
                pack.get("统一申报号"),
                Integer.parseInt(pack.get("文件数")),
                Long.parseLong(pack.get("文件字节数")),
                new Fixity(Long.parseLong(pack.get("包字节数")), pack.get("包摘要SM3"), pack.get("包摘要SHA256")));
    }

    /** The XML does not say whether there is a token; the signature itself does. */
    private static Signed signature(Map<String, String> signed, int version) {
        return new Signed(
                signed.get("party").equals("移交方签名") ? Party.WINDOW : Party.AGENCY,
                "",
                signed.get("签名人"),
                "",
                signed.get("单位"),
                signed.get("证书"),
                version,
                "",
                signed.get("签名结果"),
                "",
                Instant.parse(signed.get("签名时间")));
    }
}
