// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.guidang.shared.Actor;
import org.guidang.shared.Outcome;
import org.guidang.shared.core.FixityMeter;
import org.guidang.transfer.CorrectionDemand;
import org.guidang.transfer.OfferedFacts;
import org.guidang.transfer.OfferedPackages;
import org.guidang.transfer.Party;
import org.guidang.transfer.ReasonCode;
import org.guidang.transfer.ReturnReason;
import org.guidang.transfer.Signed;
import org.guidang.transfer.TestResult;
import org.guidang.transfer.TransferList;
import org.guidang.transfer.TransferListNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

class TransferListFilesTest {

    private static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");
    private static final Actor ARCHIVIST = new Actor("li", "李静", "WZ", Set.of());
    private static final Actor REVIEWER = new Actor("zhang", "张伟", "MZ", Set.of());

    private final TransferList list = new TransferList(
            TransferListNumber.of("WZ", 2026, 12), "MZ", TransferListNumber.of("WZ", 2026, 9), ARCHIVIST, NOW);

    @BeforeEach
    void handOver() {
        list.add(List.of(facts("WZ-2026-000001"), facts("WZ-2026-000002")), ARCHIVIST, NOW);
        list.remark("WZ-2026-0012-01", "𠮷 & <急件>\u0001", ARCHIVIST, NOW);
        list.submit(ARCHIVIST, NOW, FixityMeter::measure);
        list.receive(REVIEWER, NOW);
        list.tested(List.of(
                new TestResult("WZ-2026-000001", Outcome.PASSED, "yj-1"),
                new TestResult("WZ-2026-000002", Outcome.FAILED, "yj-2")));
        list.accept(List.of("WZ-2026-000001"), null, REVIEWER, NOW);
        list.sendBack(
                List.of("WZ-2026-000002"),
                new CorrectionDemand(
                        List.of(new ReturnReason(
                                ReasonCode.METADATA, "办结时间为空", "YJ-2-4", "基本信息.xml", "办结时间", "非空日期时间", "（空）")),
                        null,
                        List.of("a-1")),
                REVIEWER,
                NOW);
        list.conclude(REVIEWER, NOW, FixityMeter::measure);
        String sm3 = list.current().orElseThrow().text().sm3();
        list.sign(new Signed(Party.WINDOW, "li", "李静", "WZ", "窗口", "CN=li", 2, sm3, "MAA=", null, NOW));
        list.sign(new Signed(Party.AGENCY, "zhang", "张伟", "MZ", "民政局", "CN=z", 2, sm3, "MAA=", null, NOW));
    }

    @Test
    void the_text_that_goes_out_has_the_digest_that_was_signed() {
        PrintedList printed = printed(2);
        assertEquals(printed.fixity(), FixityMeter.measure(printed.text()));
        assertArrayEquals(list.text(2).octets(), printed.text());
        assertEquals(List.of(), printed(1).signatures());
    }

    @Test
    @DisplayName("清单的 XML 符合其 XSD")
    void the_xml_is_valid_by_its_schema() throws IOException, SAXException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int version = 1; version <= 2; version++) {
            out.reset();
            TransferListXml.write(printed(version), out);
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(TransferList.class.getResource("transfer-list-2.xsd"))
                    .newValidator()
                    .validate(new StreamSource(new ByteArrayInputStream(out.toByteArray())));
        }
        String xml = out.toString(java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(1, xml.split("<备注>𠮷 &amp; &lt;急件&gt;\uFFFD</备注>", -1).length - 1);
    }

    @Test
    void the_json_gives_rows_packages_and_both_signatures() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TransferListJson.write(printed(2), out);
        JsonObject json = read(out);
        assertEquals("WZ-2026-0009", json.getString("resubmits"));
        JsonObject row = json.getJsonArray("rows").getJsonObject(0);
        assertEquals(1, row.getInt("packages"));
        assertEquals("归档检测合格；接收检测合格", row.getString("opinion"));
        assertEquals("𠮷 & <急件>\u0001", row.getString("remark"));
        assertEquals(1, json.getJsonArray("packages").size());
        assertEquals(2, json.getJsonArray("signatures").size());
        assertEquals(
                list.current().orElseThrow().text().sm3(),
                json.getJsonObject("digest").getString("sm3"));
    }

    @Test
    @DisplayName("退回通知逐件注明退回原因")
    void the_reply_names_every_returned_package_with_its_reasons() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReturnNoticeJson.write(list, out);
        JsonObject json = read(out);
        assertEquals(
                List.of(2, 1, 1, 0),
                List.of(
                        json.getInt("offered"),
                        json.getInt("accepted"),
                        json.getInt("returned"),
                        json.getInt("pending")));
        JsonObject back = json.getJsonArray("returnedPackages").getJsonObject(0);
        assertEquals("WZ-2026-000002", back.getString("number"));
        JsonObject reason = back.getJsonArray("reasons").getJsonObject(0);
        assertEquals(
                List.of("METADATA", "办结时间为空", "YJ-2-4", "基本信息.xml"),
                List.of(
                        reason.getString("code"),
                        reason.getString("text"),
                        reason.getString("finding"),
                        reason.getString("file")));
    }

    private PrintedList printed(int version) {
        return PrintedList.of(list, version, "市政务服务中心综合受理窗口", "市民政局", true);
    }

    private static JsonObject read(ByteArrayOutputStream out) {
        try (var reader = Json.createReader(new ByteArrayInputStream(out.toByteArray()))) {
            return reader.readObject();
        }
    }

    private static OfferedFacts facts(String number) {
        return OfferedPackages.facts(number, "330000261711151100004");
    }
}
