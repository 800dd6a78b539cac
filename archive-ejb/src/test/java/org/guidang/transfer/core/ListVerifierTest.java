// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.PdfWriter;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonPointer;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.guidang.seal.core.Trust;
import org.guidang.shared.Level;
import org.guidang.shared.Outcome;
import org.guidang.shared.core.PrintFonts;
import org.guidang.transfer.A1Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists and receipts verified from their octets and the anchors alone; each thing changed is named. */
class ListVerifierTest {

    private static SignedSample sample;
    private static Trust trust;

    @TempDir
    Path folder;

    @BeforeAll
    static void handOver() {
        sample = new SignedSample(5);
        trust = sample.trust();
    }

    @ParameterizedTest
    @ValueSource(strings = {"list.pdf", "list.xml", "list.json", "receipt.pdf", "receipt.json"})
    @DisplayName("清单和回执的各种形式只凭自身和信任锚即可核验")
    void every_form_is_verified_by_itself(String form) throws IOException {
        Path file = write(sample.signed(), form);
        ListVerifier.Verdict verdict = verify(file, trust);
        assertEquals(List.of(), serious(verdict));
        assertEquals(Outcome.PASSED, verdict.outcome());
        assertEquals(form.startsWith("list") ? "transfer-list" : "transfer-receipt", verdict.format());
        assertEquals(List.of(sample.signed().checkpoint().text(), "2 / 2 signatures"), verdict.covered());
        assertEquals(
                List.of("cms.signer-untrusted", "timestamp.untrusted"),
                List.copyOf(new TreeSet<>(serious(verify(file, Trust.none())))));
        assertEquals(Outcome.INDETERMINATE, verify(file, Trust.none()).outcome());
    }

    @ParameterizedTest
    @CsvSource({
        "list.json, INDETERMINATE, list.signature-missing",
        "list.pdf, INDETERMINATE, list.signature-missing",
        "receipt.json, FAILED, list.signature-missing"
    })
    @DisplayName("只有一方签名不作数")
    void one_signature_alone_is_not_enough(String form, Outcome outcome, String code) throws IOException {
        ListVerifier.Verdict verdict = verify(write(sample.signedByOne(), form), trust);
        assertEquals(outcome, verdict.outcome());
        assertEquals(List.of(code), serious(verdict));
    }

    @Test
    void a_signature_without_time_stamp_is_undecided_and_one_person_for_both_fails() throws IOException {
        ListVerifier.Verdict owed = verify(write(sample.unstamped(), "list.pdf"), trust);
        assertEquals(List.of("list.time-stamp-pending"), serious(owed));
        assertEquals(Outcome.INDETERMINATE, owed.outcome());
        ListVerifier.Verdict same = verify(write(sample.signedTwiceByOnePerson(), "list.json"), trust);
        assertEquals(List.of("list.same-signer"), serious(same));
        assertEquals(Outcome.FAILED, same.outcome());
    }

    /** What the JSON says beside what is signed; it is for reading, as docs/verification.md tells. */
    private static final List<String> FOR_READING = List.of(
            "title",
            "demonstration",
            "/window/name",
            "/agency/name",
            "userName",
            "organizationName",
            "title",
            "retention",
            "report",
            "receiptReport",
            "receiptOutcome",
            "decision",
            "correctBy",
            "note",
            "archivalCode");

    @Test
    @DisplayName("JSON 中每一个值被改动都能查出")
    void every_value_changed_in_the_json_is_found() throws IOException {
        JsonObject whole = json(Files.readAllBytes(write(sample.signed(), "list.json")));
        List<String> leaves = new ArrayList<>();
        leaves(whole, "", leaves);
        assertTrue(leaves.size() > 100, "leaves: " + leaves.size());
        List<String> unnoticed = new ArrayList<>();
        for (String leaf : leaves) {
            JsonPointer pointer = Json.createPointer(leaf);
            JsonStructure changed = pointer.replace(whole, other(pointer.getValue(whole)));
            Path file = folder.resolve("changed.json");
            Files.writeString(file, changed.toString());
            ListVerifier.Verdict verdict = verify(file, trust);
            if (verdict.outcome() == Outcome.PASSED && serious(verdict).isEmpty()) {
                unnoticed.add(leaf);
            }
        }
        assertEquals(
                List.of(),
                unnoticed.stream()
                        .filter(leaf -> FOR_READING.stream().noneMatch(leaf::endsWith))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "清单编号, WZ-2026-0013, list.differs",
        "行/备注, 无, list.differs",
        "行/归档信息包数量, 9, list.differs",
        "归档信息包/包摘要SM3, aaaa, list.differs",
        "清单摘要SM3, aaaa, list.digest-differs",
        "清单摘要SHA256, aaaa, list.digest-differs",
        "信息包根摘要, aaaa, list.root-differs",
        "信息包合计, 6, list.count-differs",
        "信息包字节合计, 6, list.count-differs",
        "校验点, x, list.checkpoint-differs",
        "清单原文, AAAA, list.text-malformed",
        "移交方签名/签名时间, 2026-11-20T05:00:00Z, list.signature-differs",
        "移交方签名/签名人, 王五, list.signer-name",
        "移交方签名/证书, CN=王五, list.signature-differs",
        "接收方签名/签名结果, MAA=, cms.malformed"
    })
    @DisplayName("XML 中的改动指名道姓")
    void what_was_changed_in_the_xml_is_named(String path, String value, String code) throws IOException {
        String xml = Files.readString(write(sample.signed(), "list.xml"));
        String[] names = path.split("/");
        int at = names.length == 2 ? xml.indexOf("<" + names[0] + ">") : 0;
        String name = names[names.length - 1];
        int from = xml.indexOf("<" + name + ">", at) + name.length() + 2;
        int to = xml.indexOf("</" + name + ">", from);
        Path file = folder.resolve("changed.xml");
        Files.writeString(file, xml.substring(0, from) + value + xml.substring(to));
        List<String> found = serious(verify(file, trust));
        assertTrue(found.contains(code), found.toString());
    }

    @Test
    @DisplayName("纸面与签字原文不符")
    void a_paper_that_says_something_else_is_found() throws IOException {
        PrintedList signed = sample.signed();
        A1Row first = signed.rows().get(0);
        List<A1Row> rows = new ArrayList<>(signed.rows());
        rows.set(0, new A1Row(1, first.batch(), first.itemName(), first.itemType(), 99, first.opinion(), ""));
        ListVerifier.Verdict verdict = verify(write(with(signed, rows), "list.pdf"), trust);
        assertEquals(List.of("list.differs", "list.differs", "list.paper-differs"), serious(verdict));
    }

    @ParameterizedTest
    @CsvSource({
        "list.txt, list.attachment-missing",
        "window.p7s, list.attachment-missing",
        "list.json, list.unknown-form"
    })
    void an_attachment_taken_out_is_found(String name, String code) throws IOException {
        Path file = write(sample.signed(), "list.pdf");
        Path changed = folder.resolve("changed.pdf");
        try (PdfDocument pdf = new PdfDocument(new PdfReader(file.toString()), new PdfWriter(changed.toString()))) {
            PdfDictionary names = pdf.getCatalog()
                    .getPdfObject()
                    .getAsDictionary(PdfName.Names)
                    .getAsDictionary(PdfName.EmbeddedFiles);
            for (int i = 0; i < names.getAsArray(PdfName.Names).size(); i += 2) {
                if (names.getAsArray(PdfName.Names)
                        .getAsString(i)
                        .toUnicodeString()
                        .equals(name)) {
                    names.getAsArray(PdfName.Names).remove(i + 1);
                    names.getAsArray(PdfName.Names).remove(i);
                    break;
                }
            }
        }
        assertTrue(
                serious(verify(changed, trust)).contains(code),
                serious(verify(changed, trust)).toString());
    }

    @Test
    @DisplayName("--packages：逐件比对信息包本身")
    void packages_are_compared_with_the_rows() throws IOException {
        Path file = write(sample.signed(), "list.json");
        Path packages = Files.createDirectories(folder.resolve("packages/inner"));
        for (int i = 1; i <= 5; i++) {
            Files.write(packages.resolve(SignedSample.number(i) + ".zip"), SignedSample.octets(i));
        }
        ListVerifier verifier = new ListVerifier(trust, SignedSample.NOW, packages.getParent());
        ListVerifier.Verdict all = verifier.verify(file, "list.json");
        assertEquals(Outcome.PASSED, all.outcome());
        assertEquals("5 / 5 packages", all.covered().get(2));
        Files.write(packages.resolve(SignedSample.number(2) + ".zip"), new byte[] {1});
        Files.delete(packages.resolve(SignedSample.number(3) + ".zip"));
        Files.write(packages.resolve("other.zip"), new byte[] {2});
        ListVerifier.Verdict some = verifier.verify(file, "list.json");
        assertEquals(List.of("list.package-differs", "list.package-missing", "list.package-unlisted"), serious(some));
        assertEquals("3 / 5 packages", some.covered().get(2));
    }

    @Test
    @DisplayName("第一版格式仍可读，但核验不了")
    void the_first_edition_is_still_read() throws IOException {
        String xml = Files.readString(write(sample.signed(), "list.xml"))
                .replace("transfer-list:2", "transfer-list:1")
                .replaceAll("<信息包根摘要>.*</清单原文>", "");
        Path file = Files.writeString(folder.resolve("first.xml"), xml);
        ListVerifier.Verdict verdict = verify(file, trust);
        assertEquals(List.of("list.text-absent"), serious(verdict));
        assertEquals(Outcome.INDETERMINATE, verdict.outcome());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "[]", "<a/>", "%PDF-1.7", "{\"form\":\"guidang-transfer-list-2\"}"})
    void what_is_no_list_fails_and_never_throws(String octets) throws IOException {
        Path file = Files.writeString(folder.resolve("x"), octets);
        assertEquals(Outcome.FAILED, verify(file, trust).outcome());
    }

    private static PrintedList with(PrintedList list, List<A1Row> rows) {
        return new PrintedList(
                list.number(),
                list.version(),
                list.resubmits(),
                list.window(),
                list.windowName(),
                list.agency(),
                list.agencyName(),
                rows,
                list.packages(),
                list.text(),
                list.fixity(),
                list.checkpoint(),
                list.signatures(),
                list.demonstration());
    }

    private Path write(PrintedList list, String form) throws IOException {
        Path file = folder.resolve(form);
        try (OutputStream out = Files.newOutputStream(file)) {
            switch (form) {
                case "list.pdf" -> new TransferListPdf(PrintFonts.with(List.of())).write(list, SignedSample.NOW, out);
                case "list.xml" -> TransferListXml.write(list, out);
                case "list.json" -> TransferListJson.write(list, out);
                case "receipt.pdf" -> new ReceiptPdf(PrintFonts.with(List.of())).write(list, SignedSample.NOW, out);
                default -> TransferListJson.write(list, ReceiptPdf.number(list), out);
            }
        }
        return file;
    }

    private static ListVerifier.Verdict verify(Path file, Trust trust) throws IOException {
        return new ListVerifier(trust, SignedSample.NOW, null)
                .verify(file, file.getFileName().toString());
    }

    /** Codes of all that is more than a note. */
    private static List<String> serious(ListVerifier.Verdict verdict) {
        return verdict.findings().stream()
                .filter(finding -> finding.level() != Level.NOTE && finding.outcome() != Outcome.PASSED)
                .map(finding -> finding.code())
                .toList();
    }

    private static JsonObject json(byte[] octets) {
        try (var reader = Json.createReader(new ByteArrayInputStream(octets))) {
            return reader.readObject();
        }
    }

    private static void leaves(JsonValue value, String path, List<String> leaves) {
        if (value instanceof JsonObject object) {
            object.forEach((name, inner) -> leaves(inner, path + "/" + name, leaves));
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                leaves(array.get(i), path + "/" + i, leaves);
            }
        } else {
            leaves.add(path);
        }
    }

    private static JsonValue other(JsonValue value) {
        if (value instanceof JsonString text) {
            return Json.createValue(text.getString() + "x");
        }
        if (value instanceof JsonNumber number) {
            return Json.createValue(number.longValue() + 1);
        }
        return value == JsonValue.TRUE ? JsonValue.FALSE : JsonValue.TRUE;
    }
}
