// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** From the closed case to the holdings of the agency, with a return on the way, on the real product. */
@OnProduct
class HandOverIT {

    private final Product product = Product.shared();
    private final HandOver walk = new HandOver(product);

    @Test
    @DisplayName("办结 → 归档信息包 → 移交 → 双方签字 → 接收入库")
    void a_closed_case_reaches_the_holdings_with_both_signatures() {
        String number = walk.arrangedCase();
        String pack = walk.registeredPackage(number);
        String list = walk.submittedList(null, pack);
        walk.received(list);
        walk.act(walk.agency, list, "acceptance", "{}");
        walk.act(walk.agency, list, "conclusion", "{}");
        assertEquals(200, walk.sign(walk.window, list).statusCode());
        assertEquals("SIGNED_BY_ONE", walk.state(list));
        assertEquals(200, walk.sign(walk.agency, list).statusCode());
        walk.stored(list);

        for (String id : List.of(number, pack, list)) {
            assertEquals(1, walk.holdings(id).size(), id);
        }
        JsonObject holding = walk.holdings(number).get(0);
        String code = holding.getString("archivalCode");
        assertTrue(code.startsWith("J019-"), code);
        JsonObject checked = HandOver.ok(walk.agency.post("holdings/" + code + "/fixity-check", "{}"));
        assertTrue(checked.getBoolean("sound"), checked.toString());
        assertEquals(List.of(), HandOver.array(walk.agency.get("holdings/orphans")));
    }

    @Test
    @DisplayName("退回、补正、再次移交")
    void what_was_returned_comes_again_as_version_two_on_a_list_that_names_the_first() {
        String number = walk.arrangedCase();
        String pack = walk.registeredPackage(number);
        String first = walk.submittedList(null, pack);
        walk.received(first);
        walk.act(
                walk.agency,
                first,
                "return",
                "{\"packages\":[\"" + pack + "\"],\"reasons\":[{\"code\":\"OTHER\",\"text\":\"申请表第二页缺申请人签字，请补正。\"}]}");
        walk.act(walk.agency, first, "conclusion", "{}");
        assertEquals("RETURNED", walk.state(first));
        formalReplyProves(first);
        String rounds = "packages/" + pack + "/rounds";
        byte[] returnedOctets = octets(pack);

        JsonObject reopened = HandOver.ok(walk.window.get("cases/" + number));
        assertEquals("SUPPLEMENTING", reopened.getString("state"));
        assertTrue(reopened.getString("reopenReason").contains("缺申请人签字"), reopened.toString());
        walk.arrange(number);
        HttpResponse<String> rebuilt = walk.window.post("packages/" + pack + "/versions", "{}");
        assertEquals(201, rebuilt.statusCode(), rebuilt.body());
        assertEquals(2, Rest.json(rebuilt).getInt("version"));
        assertEquals(404, walk.agency.get(rounds + "/0/difference").statusCode(), "not offered again yet");
        walk.detectAndRegister(pack, 2);
        String second = walk.submittedList(first, pack);
        JsonObject row =
                HandOver.ok(walk.agency.get("transfer-lists/" + second)).getJsonObject("row");
        assertEquals(first, row.getString("resubmits"));
        walk.received(second);
        for (Rest side : List.of(walk.window, walk.agency)) {
            JsonObject difference = HandOver.ok(side.get(rounds + "/2/difference"));
            assertEquals(1, difference.getInt("earlierVersion"));
            assertEquals(2, difference.getInt("laterVersion"));
            assertTrue(difference.getInt("unchangedFiles") > 0, difference.toString());
            assertEquals(0, difference.getJsonArray("added").size(), difference.toString());
            assertEquals(2, HandOver.array(side.get(rounds)).size());
        }
        assertEquals(
                404, Rest.as(product, "client-wj").get(rounds + "/2/difference").statusCode());
        try (Browser browser = new Browser(product)) {
            browser.signIn("li").go("transfer/rounds.xhtml?number=" + pack);
            browser.read("第1次").read("第2次").read("缺申请人签字").read("检测问题的变化").picture("62-rounds");
        }
        walk.act(walk.agency, second, "acceptance", "{}");
        walk.act(walk.agency, second, "conclusion", "{}");
        walk.sign(walk.agency, second);
        walk.sign(walk.window, second);
        walk.stored(second);
        // Nothing of the returned version is lost: its octets, its report, its reasons.
        assertArrayEquals(returnedOctets, octets(pack));
        JsonObject returnedRound = HandOver.array(walk.window.get(rounds)).get(0);
        assertEquals(
                "申请表第二页缺申请人签字，请补正。",
                returnedRound.getJsonArray("reasons").getJsonObject(0).getString("text"));
        assertEquals(
                200,
                walk.window
                        .get("detections/" + returnedRound.getString("receiptReport"))
                        .statusCode());
        assertEquals(2, walk.holdings(pack).get(0).getJsonObject("provenance").getInt("packageVersion"));
    }

    /** The reply is the agency's, says what became of the package, and is the same whoever asks. */
    private void formalReplyProves(String list) {
        String path = "transfer-lists/" + list + "/formal-reply";
        HttpResponse<String> text = walk.window.get(path + ".json");
        JsonObject reply = HandOver.ok(text);
        assertEquals("RETURNED", reply.getString("answer"));
        assertEquals(1, reply.getInt("returned"));
        assertEquals(
                "申请表第二页缺申请人签字，请补正。",
                reply.getJsonArray("packages")
                        .getJsonObject(0)
                        .getJsonArray("reasons")
                        .getJsonObject(0)
                        .getString("text"));
        assertEquals(text.body(), walk.agency.get(path + ".json").body());
        assertEquals(200, walk.agency.get(path + ".p7s").statusCode());
        assertEquals(404, Rest.as(product, "client-wj").get(path + ".json").statusCode());
    }

    private byte[] octets(String pack) {
        HttpResponse<byte[]> content = walk.window.send(
                walk.window.request("packages/" + pack + "/versions/1/content").GET(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(200, content.statusCode());
        return content.body();
    }

    @Test
    void one_key_has_one_effect_and_one_answer() {
        JsonObject sample = walk.sampleCase();
        String number = HandOver.newNumber();
        List<HandOver.Upload> files = walk.filesFor(sample, number);
        String key = "twice-" + number;
        HttpResponse<String> first = walk.send(sample, number, files, key);
        assertEquals(201, first.statusCode(), first.body());
        HttpResponse<String> again = walk.send(sample, number, files, key);
        assertEquals(201, again.statusCode(), again.body());
        assertEquals(first.body(), again.body());
        assertEquals("true", again.headers().firstValue("Idempotency-Replayed").orElse(""));
        HttpResponse<String> other = walk.send(sample, number, files.subList(0, 1), key);
        assertEquals(422, other.statusCode(), other.body());
        assertEquals("shared.rest.idempotency-key-reused", Rest.json(other).getString("code"));
    }

    @Test
    void another_window_and_another_agency_see_nothing_of_it() {
        String number = walk.arrangedCase();
        String pack = walk.registeredPackage(number);
        String list = walk.submittedList(null, pack);
        Rest otherWindow = Rest.as(product, "client-wb");
        Rest otherAgency = Rest.as(product, "client-wj");
        for (String path : List.of(
                "packages/" + pack,
                "packages/" + pack + "/versions/1/content",
                "transfer-lists/" + list,
                "transfer-lists/" + list + "/packages")) {
            assertEquals(404, otherWindow.get(path).statusCode(), path);
            assertEquals(404, otherAgency.get(path).statusCode(), path);
            assertEquals(200, walk.window.get(path).statusCode(), path);
        }
        assertEquals(404, otherWindow.get("cases/" + number).statusCode());
        assertEquals(403, otherAgency.get("cases/" + number).statusCode());
        assertFalse(otherAgency.get("transfer-lists?limit=200").body().contains(list));
        assertFalse(otherWindow.get("packages?limit=200").body().contains(pack));
    }

    @Test
    void the_wrong_role_is_refused_at_every_station() {
        assertEquals(
                403,
                walk.agency.post("packages", "{\"applicationNumber\":\"1\"}").statusCode());
        assertEquals(
                403,
                walk.agency
                        .post("register-entries", "{\"packageNumber\":\"WZ-2026-000001\"}")
                        .statusCode());
        assertEquals(
                403,
                walk.agency
                        .post("transfer-lists", "{\"agency\":\"MZ\",\"packages\":[]}")
                        .statusCode());
        assertTrue(walk.agency.get("operations?limit=5").body().contains("key=shared.rest.forbidden"));
        assertEquals(403, walk.agency.get("cases").statusCode());
        assertEquals(403, walk.agency.get("quarantine").statusCode());
        assertEquals(403, walk.window.get("holdings").statusCode());
        Rest auditor = Rest.as(product, "audit");
        for (String path : List.of("cases", "packages", "transfer-lists", "register-entries", "holdings")) {
            assertEquals(403, auditor.get(path).statusCode(), path);
        }
        assertEquals(403, walk.window.get("operations/verification").statusCode());
    }

    @Test
    @DisplayName("附录A 原样：行、列、应为、处理办法；改正标签后指出 respondedata")
    void the_record_as_printed_is_refused_and_only_a_quarantine_entry_stays() {
        JsonObject sample = walk.sampleCase();
        String number = HandOver.newNumber();
        long before = HandOver.ok(walk.window.get("quarantine")).getInt("total");
        List<HandOver.Upload> files = new ArrayList<>(walk.filesFor(sample, number));
        files.replaceAll(file -> "电子出证记录.XML".equals(file.name())
                ? new HandOver.Upload(file.name(), file.material(), file.source(), file.issuing(), asPrinted())
                : file);
        HttpResponse<String> refused = walk.send(sample, number, files, "printed-" + number);
        assertEquals(422, refused.statusCode(), refused.body());
        assertTrue(refused.body().contains("开始标签 <materialname> 与结束标签 </meterialname> 不一致"), refused.body());
        assertTrue(refused.body().contains("16"), refused.body());
        assertEquals(404, walk.window.get("cases/" + number).statusCode());
        String logged = walk.window.get("operations?limit=3").body();
        assertTrue(logged.contains("\"result\":\"refused\""), logged);
        assertTrue(logged.contains("key=intake.upload.refused"), logged);
        assertEquals(before + 1, HandOver.ok(walk.window.get("quarantine")).getInt("total"));

        files.replaceAll(file -> "电子出证记录.XML".equals(file.name())
                ? new HandOver.Upload(
                        file.name(),
                        file.material(),
                        file.source(),
                        file.issuing(),
                        new String(asPrinted(), StandardCharsets.UTF_8)
                                .replace("</meterialname>", "</materialname>")
                                .getBytes(StandardCharsets.UTF_8))
                : file);
        HttpResponse<String> again = walk.send(sample, number, files, "printed-again-" + number);
        assertEquals(422, again.statusCode(), again.body());
        assertTrue(again.body().contains("缺少必填元素 responsedata（发现相近的 respondedata）"), again.body());
    }

    /** 浙档发〔2019〕16号 附录 A as printed, misprints and all, in the lines of the print. */
    private static byte[] asPrinted() {
        return """
                <?xml version="1.0" encoding="utf-8"?>

                <description title="电子出证记录">
                  <requestid title="唯一标识码">e4b417ec32d947c88bc1fc7b60d05772</requestid>
                  <systemcode title="业务系统编码"> 8e08Ii4d56SWj9Ad</systemcode>
                  <systemdepartmentcode title="业务系统所属部门编码">001003010</systemdepartmentcode>
                  <interfacecode title="接口编码">cf875a63d3d54f47a5dedcfd8bf72e13</interfacecode>
                  <interfacedepartmentcode title="接口提供部门编码">001003019</interfacedepartmentcode>
                  <requesttime title="请求时间">2018-09-18 14:18:39</requesttime>
                  <responsetime title="响应时间">2018-09-18 14:18:39</responsetime>
                  <sponsorcode title="申请人或法人证件编码">91330100799655058 </sponsorcode>
                  <servicecode title="事项编码">3D8BA7302D519F2643203E8A56B66
                CEE</servicecode>
                  <accesscarid title="访问者唯一标识">user</accesscarid>
                  <projectid title="办件统一申报号">330000261711151100004</projectid>
                  <materialname title="材料名称">结婚登记表</meterialname>
                  <requestparam title="数据查询参数">.....</requestparam>
                  <respondedata title="数据返回结果">.....</respondedata>
                </description>
                """.getBytes(StandardCharsets.UTF_8);
    }
}
