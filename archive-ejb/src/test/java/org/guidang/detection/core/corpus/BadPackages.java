// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.corpus;

import static org.guidang.detection.core.corpus.Fixture.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.guidang.detection.core.Facts;
import org.guidang.detection.core.virus.Clamd;
import org.guidang.detection.core.virus.VirusScanner;
import org.guidang.packaging.core.Layout;
import org.guidang.packaging.core.PackageContent.Step;
import org.guidang.shared.Fixity;
import org.guidang.shared.core.FixityMeter;

/** The bad packages by name: {@code <item>_<what-is-wrong>}. Each differs from the good one in one thing. */
final class BadPackages {

    private static final String BASICS = "基本信息.xml";
    private static final String FILES = "归档文件信息.xml";
    private static final String PROCESS = "办理流程信息.xml";

    /**
     * One package and what the caller knows of it.
     *
     * @param more adds what is known to the facts
     * @param scanned with the real scanner
     */
    record Case(Fixture fixture, BiFunction<Facts, Fixity, Facts> more, boolean scanned) {

        Facts facts(Path zip) throws IOException {
            VirusScanner scanner = scanned ? Clamd.get().scanner() : VirusScanner.absent();
            try (InputStream octets = Files.newInputStream(zip)) {
                Facts facts = Facts.of(Fixture.NOW, Fixture.AUTHORITY.trust(), scanner);
                return more.apply(facts, FixityMeter.measure(octets));
            }
        }
    }

    private static final Facts.Register.Row ROW =
            new Facts.Register.Row("330000261711151100004", "3D8BA7302D519F2643203E8A56B66CEE", "张某婚姻登记");

    private static final Map<String, Case> ALL = make();
    private static final Map<String, Case> GOOD = makeGood();

    private final Map<String, Case> cases = new LinkedHashMap<>();

    static Case good() {
        return goodOnes().get("sound");
    }

    /** Packages nothing is wrong with, by what is known of them or unusual in them. */
    static Map<String, Case> goodOnes() {
        return GOOD;
    }

    private static Map<String, Case> makeGood() {
        Map<String, Case> good = new LinkedHashMap<>();
        good.put("sound", new Case(new Fixture(), (facts, zip) -> facts, false));
        good.put(
                "known",
                new Case(
                        new Fixture(),
                        (facts, zip) -> facts.registered(new Facts.Registered(zip, 4, sum(new Fixture())))
                                .register(register(Optional.of(ROW), Optional.empty()))
                                .scope(List.of(
                                        new Facts.Material("婚姻证明", true),
                                        new Facts.Material("身份证", true),
                                        new Facts.Material("结果", false),
                                        new Facts.Material("委托书", false))),
                        false));
        good.put("on-disc", new Case(new Fixture(), (facts, zip) -> facts.on(Facts.Carrier.DISC), false));
        good.put(
                "rare-characters",
                new Case(
                        new Fixture().edit(BASICS, xml -> element(xml, "ApplyName", "张\ud842\udfb7·阿不都")),
                        (facts, zip) -> facts,
                        false));
        good.put("scanned", new Case(new Fixture(), (facts, zip) -> facts, true));
        return good;
    }

    /** By the number of the item at the archiving stage of DA/T 70-2018; other stages and editions use the same faults. */
    static Map<String, Case> all() {
        return ALL;
    }

    private static Map<String, Case> make() {
        BadPackages bad = new BadPackages();
        bad.authenticity();
        bad.metadata();
        bad.integrity();
        bad.usability();
        bad.custody();
        bad.security();
        return bad.cases;
    }

    private void add(String name, Fixture fixture) {
        cases.put(name, new Case(fixture, (facts, zip) -> facts, false));
    }

    private void add(String name, Fixture fixture, BiFunction<Facts, Fixity, Facts> more) {
        cases.put(name, new Case(fixture, more, false));
    }

    private void scanned(String name, Fixture fixture) {
        cases.put(name, new Case(fixture, (facts, zip) -> facts, true));
    }

    private static String element(String xml, String name, String value) {
        return xml.replaceFirst("(<" + name + "[^>]*>)[^<]*(</" + name + ">)", "$1" + value + "$2");
    }

    private static String drop(String xml, String name) {
        return xml.replaceFirst("\\s*<" + name + "[^>]*>[^<]*</" + name + ">", "");
    }

    private void authenticity() {
        add("GD-1-1_file-altered", new Fixture().after(entries -> {
                    String before = new String(entries.get(Fixture.CERTIFICATE), StandardCharsets.UTF_8);
                    byte[] octets = text(before.replace("2018", "2019"));
                    entries.put(Fixture.CERTIFICATE, octets);
                }));
        add("GD-1-1_not-fixed", new Fixture().after(Fixture::unfix));
        add(
                "GD-1-1_signature-missing",
                new Fixture().after(entries -> entries.remove(Layout.DAT_85_2019.signaturePath())));
        add("GD-1-1_signer-unknown", new Fixture().sealedBy(new CorpusAuthority("Stranger").sealer()));
        add("GD-1-1_time-stamp-pending", new Fixture().sealedBy(Fixture.AUTHORITY.sealerWithoutTime()));
        add("GD-1-10_name-differs", new Fixture().edit(FILES, xml -> element(xml, "FileName", "别名.xml")));
        add("GD-1-11_path-leads-nowhere", new Fixture().edit(FILES, xml -> element(xml, "FilePath", "申请材料/无此文件.txt")));
        add("GD-1-12_count-differs", new Fixture().edit(FILES, xml -> element(xml, "FileCount", "5")));
        add("GD-1-13_file-at-the-top", new Fixture().file("备注.txt", "结果", text("备注\n")));
        add("GD-1-13_folder-not-in-catalogue", new Fixture().file("其他/备注.txt", "结果", text("备注\n")));
        add("GD-1-13_too-deep", new Fixture().file("办理结果/1/2/3/4/5/6/备注.txt", "结果", text("备注\n")));
        add("GD-1-13_name-too-long", new Fixture().file("办理结果/" + "长".repeat(66) + ".txt", "结果", text("备注\n")));
        add(
                "GD-1-14_not-what-was-registered",
                new Fixture(),
                (facts, zip) -> facts.registered(new Facts.Registered(
                        new Fixity(zip.octets() + 1, zip.sm3(), zip.sha256()), 4, sum(new Fixture()))));
    }

    private void metadata() {
        add("GD-1-2_too-long", new Fixture().edit(BASICS, xml -> element(xml, "ProjectName", "婚".repeat(501))));
        add(
                "GD-1-3_minutes-in-place-of-month",
                new Fixture().edit(BASICS, xml -> element(xml, "ReceiveTime", "2026-25-20 10: 25:00")));
        add("GD-1-4_retention-not-in-domain", new Fixture().edit(BASICS, xml -> element(xml, "RetentionPeriod", "5年")));
        add(
                "GD-1-5_closed-before-received",
                new Fixture().edit(BASICS, xml -> element(xml, "TransactTime", "2026-11-20 09:00:00")));
        add(
                "GD-1-5_in-the-future",
                new Fixture().edit(BASICS, xml -> element(xml, "ArchiveTime", "2027-11-20 09:00:00")));
        add(
                "GD-1-5_wrong-check-digit",
                new Fixture().edit(BASICS, xml -> element(xml, "ContactedCard", "110105194912310021")));
        add("GD-1-6_direction-reversed", new Fixture().edit(BASICS, xml -> element(xml, "ApplyName", "张\u202e某")));
        add("GD-1-6_private-use", new Fixture().edit(BASICS, xml -> element(xml, "ApplyName", "张\ue000某")));
        add("GD-1-6_no-character", new Fixture().edit(BASICS, xml -> element(xml, "ApplyName", "张\ufdd0某")));
        add(
                "GD-1-7_blank-in-number",
                new Fixture().edit(BASICS, xml -> element(xml, "DocumentNumber", "33000001 2026")));
        add(
                "GD-1-8_number-twice",
                new Fixture().edit(BASICS, xml -> xml.replaceFirst("(\\s*<ProjectId[^>]*>[^<]*</ProjectId>)", "$1$1")));
        add(
                "GD-1-8_case-archived-before",
                new Fixture(),
                (facts, zip) -> facts.register(register(Optional.of(ROW), Optional.of("33000001-2026-000007"))));
        add("GD-2-3_closing-time-missing", new Fixture().edit(BASICS, xml -> drop(xml, "TransactTime")));
        add("GD-2-4_applicant-empty", new Fixture().edit(BASICS, xml -> element(xml, "ApplyName", " ")));
        add(
                "GD-3-1_not-well-formed",
                new Fixture().edit(PROCESS, xml -> xml.replace("</description>", "</descripton>")));
        add("GD-3-1_garbled", new Fixture().edit(BASICS, xml -> element(xml, "Result", "锟斤拷锟斤拷")));
        add(
                "GD-3-2_no-record",
                new Fixture(),
                (facts, zip) -> facts.register(register(Optional.empty(), Optional.empty())));
        add(
                "GD-3-2_record-differs",
                new Fixture(),
                (facts, zip) -> facts.register(register(
                        Optional.of(new Facts.Register.Row(ROW.applicationNumber(), ROW.itemCode(), "李某婚姻登记")),
                        Optional.empty())));
    }

    private void integrity() {
        add(
                "GD-2-1_one-more-registered",
                new Fixture(),
                (facts, zip) -> facts.registered(new Facts.Registered(zip, 5, sum(new Fixture()))));
        add(
                "GD-2-2_octets-differ",
                new Fixture(),
                (facts, zip) -> facts.registered(new Facts.Registered(zip, 4, sum(new Fixture()) - 1)));
        add("GD-2-5_no-steps", new Fixture().steps());
        add(
                "GD-2-5_steps-backwards",
                new Fixture()
                        .steps(
                                new Step("受理", "王五", "同意", "", Fixture.NOW.minusSeconds(5000)),
                                new Step("决定", "赵六", "准予", "", Fixture.NOW.minusSeconds(6000))));
        add("GD-2-6_gap", new Fixture().edit(FILES, xml -> element(xml, "SequenceNumber", "7")));
        byte[] scan = Pictures.jpeg(200);
        add("GD-2-7_scan-cut-off", new Fixture().file(Fixture.SCAN, "身份证", Arrays.copyOf(scan, scan.length / 2)));
        add("GD-2-7_empty-file", new Fixture().file(Fixture.RESULT, "结果", new byte[0]));
        add("GD-2-8_record-alone", new Fixture().without(Fixture.CERTIFICATE));
        add("GD-2-9_required-material-missing", new Fixture().without(Fixture.SCAN));
        add("GD-2-9_outside-scope", new Fixture().file("办理结果/照片.txt", "照片", text("照片说明\n")));
        add("GD-2-10_no-process-document", new Fixture().before(entries -> entries.remove(PROCESS)));
        add("GD-2-11_not-in-catalogue", new Fixture().before(entries -> insert(entries, "办理结果/夹带.txt", text("夹带\n"))));
    }

    private void usability() {
        add("GD-3-3_program", new Fixture().file("办理结果/工具.exe", "结果", program()));
        add("GD-3-3_false-name", new Fixture().file("办理结果/结果.jpg", "结果", text("<html><body>x</body></html>")));
        add("GD-3-4_not-well-formed", new Fixture().file(Fixture.RESULT, "结果", text("<notice>准予登记</notce>")));
        add("GD-3-5_format-not-recorded", new Fixture().edit(FILES, xml -> drop(xml, "Format")));
        add("GD-3-6_100-dpi", new Fixture().file(Fixture.SCAN, "身份证", Pictures.jpeg(100)));
        add("GD-3-8_two-formats-in-one", new Fixture().file(Fixture.SCAN, "身份证", followedByZip(Pictures.jpeg(200))));
    }

    /** Told by an item that only the later stages have: at archiving such a file need only be convertible. */
    private void custody() {
        add("YJ-3-9_picture-nobody-keeps", new Fixture().file("办理结果/照片.heic", "结果", heic()));
        add("YJ-3-9_text-to-be-converted", new Fixture().file("办理结果/说明.rtf", "结果", text("{\\rtf1\\ansi x}")));
    }

    private static byte[] heic() {
        return text("\0\0\0\030ftypheic\0\0\0\0mif1heic");
    }

    private void security() {
        add("GD-4-1_no-scanner", new Fixture());
        String eicar = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";
        scanned("GD-4-2_infected", new Fixture().file("办理结果/说明.txt", "结果", text(eicar)));
        add("GD-4-2_macro", new Fixture().file("办理结果/申请.docx", "结果", macro()));
        add("GD-4-3_added-after-fixing", new Fixture().after(entries -> insert(entries, "办理结果/夹带.txt", text("夹带\n"))));
        add("GD-4-3_beside-the-proofs", new Fixture().after(entries -> entries.put("固化信息/readme.txt", text("x\n"))));
    }

    private static void insert(Map<String, byte[]> entries, String path, byte[] octets) {
        entries.put(path, octets);
    }

    private static long sum(Fixture fixture) {
        return fixture.octets();
    }

    private static Facts.Register register(Optional<Facts.Register.Row> row, Optional<String> other) {
        return new Facts.Register() {
            @Override
            public Optional<Row> row(String packageNumber, int version) {
                return row;
            }

            @Override
            public Optional<String> otherPackageOf(String applicationNumber, String packageNumber) {
                return other;
            }
        };
    }

    private static byte[] program() {
        byte[] octets = new byte[256];
        octets[0] = 'M';
        octets[1] = 'Z';
        octets[0x3c] = (byte) 0x80;
        octets[0x80] = 'P';
        octets[0x81] = 'E';
        return octets;
    }

    private static byte[] followedByZip(byte[] picture) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(picture);
        both.writeBytes(zip(Map.of("a.txt", "a")));
        return both.toByteArray();
    }

    private static byte[] macro() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", "<Types xmlns=\"x\"/>");
        parts.put("word/document.xml", "<d/>");
        parts.put("word/vbaProject.bin", "x");
        return zip(parts);
    }

    private static byte[] zip(Map<String, String> parts) {
        Map<String, byte[]> octets = new LinkedHashMap<>();
        parts.forEach((name, text) -> octets.put(name, text(text)));
        return stored(octets);
    }

    /** Stored, at a fixed time: neither the clock nor a compressor has a say in the octets. */
    static byte[] stored(Map<String, byte[]> parts) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(octets)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                byte[] content = part.getValue();
                CRC32 sum = new CRC32();
                sum.update(content);
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
                entry.setSize(content.length);
                entry.setCrc(sum.getValue());
                zip.putNextEntry(entry);
                zip.write(content);
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw Fixture.unchecked(impossible);
        }
        return octets.toByteArray();
    }
}
