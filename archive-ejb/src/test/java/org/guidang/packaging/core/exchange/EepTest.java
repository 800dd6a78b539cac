// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.guidang.packaging.core.Layout;
import org.guidang.packaging.core.PackageBuilder;
import org.guidang.packaging.core.PackageReader;
import org.guidang.packaging.core.PackageSamples;
import org.guidang.packaging.core.PackageView;
import org.guidang.packaging.core.eep.EepExport;
import org.guidang.packaging.core.eep.EepReader;
import org.guidang.packaging.core.eep.EepReading;
import org.guidang.packaging.core.eep.EepSigner;
import org.guidang.packaging.core.eep.EepVerifier;
import org.guidang.packaging.core.eep.MetadataElement;
import org.guidang.seal.core.Suite;
import org.guidang.seal.core.Trust;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.Finding;
import org.guidang.shared.core.FixityMeter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Encapsulations of DA/T 48: there and back, and what is told when a part of one is changed. */
class EepTest {

    private static final PackageSamples SM = new PackageSamples(Suite.SM2_SM3);

    @TempDir
    Path folder;

    private Path pack;
    private Path eep;

    @BeforeEach
    void export() throws Exception {
        pack = folder.resolve("p.zip");
        new PackageBuilder(Layout.DAT_85_2019, SM.sealer()).build(PackageSamples.content(), pack);
        eep = write(SM, pack, null, "p.eep", null);
    }

    private Path write(PackageSamples who, Path source, Path previous, String name, List<Finding> warnings)
            throws Exception {
        Path target = folder.resolve(name);
        EepSigner signer = new EepSigner(who.key(), who.authority(), PackageSamples.NOW);
        try (PackageView view = PackageReader.open(source)) {
            List<Finding> found = EepExport.write(
                    view,
                    FixityMeter.measure(Files.readAllBytes(source)),
                    new byte[] {1, 2},
                    PackageSamples.NOW,
                    previous,
                    signer,
                    signer,
                    target);
            if (warnings != null) {
                warnings.addAll(found);
            }
        }
        return target;
    }

    private static List<Finding> verify(Path file) throws IOException {
        return EepVerifier.verify(EepReader.read(file), SM.trust(), PackageSamples.NOW);
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void an_encapsulation_proves_itself_and_gives_the_same_package_back(Suite suite) throws Exception {
        PackageSamples who = new PackageSamples(suite);
        Path file = write(who, pack, null, "suite.eep", null);
        assertEquals(List.of(), EepVerifier.verify(EepReader.read(file), who.trust(), PackageSamples.NOW));
        Path back = folder.resolve("back.zip");
        Imported imported = PackageImport.read(file, back, who.trust(), PackageSamples.NOW);
        assertEquals("eep", imported.form());
        assertEquals(List.of(), imported.findings());
        assertArrayEquals(Files.readAllBytes(pack), Files.readAllBytes(back));
        assertArrayEquals(new byte[] {1, 2}, imported.laterToken().orElseThrow());
        try (var left = Files.list(folder)) {
            assertEquals(
                    List.of("back.zip", "p.eep", "p.zip", "suite.eep"),
                    left.map(path -> path.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void the_same_package_at_the_same_time_is_the_same_up_to_signatures() throws Exception {
        String one = Files.readString(eep);
        String other = Files.readString(write(SM, pack, null, "again.eep", null));
        int signed = one.indexOf("<电子签名块>");
        assertEquals(one.substring(0, signed), other.substring(0, signed));
    }

    @Test
    void what_the_package_does_not_know_is_told_and_not_made_up() throws Exception {
        List<Finding> warnings = new ArrayList<>();
        Path file = write(SM, pack, null, "warned.eep", warnings);
        assertEquals(
                List.of("DA/T 46-2009 M17", "DA/T 46-2009 M38", "DA/T 46-2009 M67"),
                warnings.stream().map(Finding::expected).toList());
        String xml = Files.readString(file);
        assertTrue(xml.contains("<密级></密级>"));
        assertTrue(xml.contains("<题名>张某婚姻登记</题名>"));
        assertTrue(xml.contains("<责任者>某某市民政局</责任者>"));
        assertTrue(xml.contains("<年度>2026</年度><保管期限>30年</保管期限>"));
    }

    @Test
    void the_table_of_metadata_holds_each_of_the_88_elements_once() {
        List<MetadataElement> table = MetadataElement.DAT_46_2009;
        assertEquals(88, table.size());
        for (int i = 0; i < 88; i++) {
            assertEquals(i + 1, table.get(i).number());
        }
        assertEquals("DA/T 46-2009 M22", table.get(21).clause());
        assertEquals("题名", table.get(21).name());
        assertEquals(88, new TreeSet<>(table.stream().map(MetadataElement::name).toList()).size());
        assertEquals(
                75, table.stream().filter(row -> row.entity().equals("文件实体")).count());
    }

    /** A modification of a modification: both earlier packages stay inside with signatures that still verify. */
    @Test
    void a_modified_package_keeps_the_earlier_ones_and_their_signatures() throws Exception {
        Path changed = folder.resolve("changed.zip");
        new PackageBuilder(Layout.DAT_85_2019, SM.sealer())
                .build(PackageSamples.content(Map.of("办理结果/结果.pdf", "%PDF-", "办理结果/补充.txt", "new")), changed);
        Path first = write(SM, changed, eep, "first.eep", null);
        Path second = write(SM, pack, first, "second.eep", null);
        EepReading reading = EepReader.read(second);
        assertEquals("修改型", reading.type());
        assertEquals(2, reading.modifications());
        assertEquals(List.of(), verify(second));
        String xml = Files.readString(second);
        assertEquals(3, xml.split("<被签名对象 ", -1).length - 1);
        assertEquals(3, xml.split("<签名标识符>", -1).length - 1);
        // Octets that an earlier package holds are not written again.
        String base64 = java.util.Base64.getEncoder().encodeToString("%PDF-".getBytes(StandardCharsets.UTF_8));
        assertEquals(1, xml.split(">" + base64 + "<", -1).length - 1);
        Path back = folder.resolve("back.zip");
        PackageImport.read(second, back, SM.trust(), PackageSamples.NOW);
        assertArrayEquals(Files.readAllBytes(pack), Files.readAllBytes(back));
        Path between = folder.resolve("between.zip");
        PackageImport.read(first, between, SM.trust(), PackageSamples.NOW);
        assertArrayEquals(Files.readAllBytes(changed), Files.readAllBytes(between));

        Path altered = replace(second, "<封装包类型>原始型</封装包类型>", "<封装包类型>原始型 </封装包类型>");
        assertEquals(
                List.of("eep.content-altered", "eep.content-altered", "eep.content-altered"),
                codes(verify(altered)).stream()
                        .filter(code -> code.equals("eep.content-altered"))
                        .toList());
    }

    @Test
    void a_package_is_modified_at_most_sixteen_times() throws Exception {
        Path previous = eep;
        for (int i = 1; i <= 16; i++) {
            previous = write(SM, pack, previous, i + ".eep", null);
        }
        assertEquals(List.of(), verify(previous));
        Path last = previous;
        BusinessRuleException refused =
                assertThrows(BusinessRuleException.class, () -> write(SM, pack, last, "17.eep", null));
        assertEquals("packaging.eep.too-often", refused.key());
        assertFalse(Files.exists(folder.resolve("17.eep")));

        StringBuilder deep =
                new StringBuilder("<电子文件封装包 xmlns=\"http://www.saac.gov.cn/standards/ERM/encapsulation\">");
        for (int i = 0; i < 18; i++) {
            deep.append("<被签名对象><修改封装内容><原封装包>");
        }
        Path hostile = Files.writeString(folder.resolve("deep.eep"), deep);
        assertEquals(List.of("eep.too-deep"), codes(EepReader.read(hostile).findings()));
    }

    private Path replace(Path file, String one, String other) throws IOException {
        String xml = Files.readString(file);
        int at = xml.indexOf(one);
        assertTrue(at >= 0, one);
        return Files.writeString(
                folder.resolve("altered.eep"), xml.substring(0, at) + other + xml.substring(at + one.length()));
    }

    private static String field(String xml, String name, int from) {
        int at = xml.indexOf("<" + name + ">", from);
        return xml.substring(at, xml.indexOf("</" + name + ">", at));
    }

    /** Changes one character in the first field of this name after a place, to another of the same kind. */
    private List<String> codesAfterChanging(String name, String after) throws IOException {
        String xml = Files.readString(eep);
        int from = xml.indexOf(after);
        String value = field(xml, name, from);
        int at = xml.indexOf(value, from) + name.length() + 2 + (value.length() - name.length() - 2) / 2;
        char c = xml.charAt(at);
        char other = c == '0' ? '1' : c >= '0' && c <= '9' ? '0' : c == 'A' ? 'B' : 'A';
        Files.writeString(folder.resolve("altered.eep"), xml.substring(0, at) + other + xml.substring(at + 1));
        return codes(verify(folder.resolve("altered.eep")));
    }

    @Test
    void every_part_that_is_changed_has_its_name() throws Exception {
        Map<String, String> signed = new LinkedHashMap<>();
        for (String name : List.of(
                "封装包类型描述", "封装包创建时间", "封装包创建单位", "立档单位名称", "电子文件号", "年度", "题名", "责任者", "附注", "文档标识符", "计算机文件名",
                "反编码关键字", "业务行为", "机构人员名称")) {
            signed.put(name, "<被签名对象");
        }
        for (String name : signed.keySet()) {
            List<String> codes = codesAfterChanging(name, "<被签名对象");
            assertTrue(codes.contains("eep.content-altered"), name + codes);
            assertFalse(codes.contains("eep.signature-altered"), name + codes);
        }
        assertTrue(codesAfterChanging("计算机文件大小", "<被签名对象").contains("eep.length"));
        Map<String, String> beside = new TreeMap<>(Map.of(
                "签名时间", "eep.time-differs",
                "签名人", "eep.signer-differs",
                "签名算法标识", "eep.algorithm-differs",
                "证书", "eep.certificate-differs",
                "签名结果", "eep.signature-altered",
                "签名标识符", "eep.lock-of-nothing",
                "签名规则", "eep.rule-unknown"));
        for (Map.Entry<String, String> field : beside.entrySet()) {
            List<String> codes = field.getKey().equals("签名规则")
                    ? codes(verify(replace(eep, "<签名规则>http", "<签名规则>hxxp")))
                    : codesAfterChanging(field.getKey(), "<电子签名块>");
            assertTrue(codes.contains(field.getValue()), field + " " + codes);
            // The lock covers the whole block, the name of the signature apart, by which it finds it.
            assertTrue(
                    codes.contains("eep.signature-altered") || codes.contains("eep.lock-of-nothing"),
                    field + " " + codes);
        }
        assertTrue(codesAfterChanging("签名时间", "<锁定签名>").contains("eep.time-differs"));
        assertTrue(codesAfterChanging("签名人", "<锁定签名>").contains("eep.signer-differs"));
        assertTrue(codesAfterChanging("证书", "<锁定签名>").contains("eep.certificate-differs"));
        assertTrue(codesAfterChanging("被锁定签名标识符", "<锁定签名>").contains("eep.lock-of-nothing"));
    }

    @Test
    void octets_that_are_changed_break_the_signature_and_the_import() throws Exception {
        String base64 = java.util.Base64.getEncoder().encodeToString("%PDF-".getBytes(StandardCharsets.UTF_8));
        Path altered = replace(eep, ">" + base64 + "<", ">" + base64.replace('J', 'K') + "<");
        assertTrue(codes(verify(altered)).contains("eep.content-altered"));
        BusinessRuleException refused = assertThrows(
                BusinessRuleException.class,
                () -> PackageImport.read(altered, folder.resolve("back.zip"), SM.trust(), PackageSamples.NOW));
        assertTrue(codes(refused.findings()).contains("eep.content-altered"));
        assertFalse(Files.exists(folder.resolve("back.zip")));
    }

    @Test
    void bad_structures_are_named() throws Exception {
        assertEquals(
                List.of("eep.unreadable"),
                codes(EepReader.read(replace(
                                eep, "<电子文件封装包 ", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><电子文件封装包 "))
                        .findings()));
        assertEquals(List.of("eep.unsigned-element"), codes(verify(replace(eep, "<电子签名块>", "<封装内容></封装内容><电子签名块>"))));
        assertEquals(
                List.of("eep.unreadable"),
                codes(EepReader.read(replace(eep, "<电子签名块>", "<被签名对象></被签名对象><电子签名块>"))
                        .findings()));
        String xml = Files.readString(eep);
        Path unsigned = Files.writeString(
                folder.resolve("unsigned.eep"), xml.substring(0, xml.indexOf("<电子签名块>")) + "</电子文件封装包>");
        assertEquals(List.of("eep.unsigned"), codes(verify(unsigned)));
        assertTrue(codes(verify(replace(eep, "<版本>2009", "<版本>2010"))).contains("eep.edition-differs"));
        assertTrue(codes(verify(replace(eep, "原始型", "修改型"))).contains("eep.type-differs"));
        assertTrue(codes(verify(replace(eep, "编码数据ID=\"修改0-文档1-", "编码数据ID=\"修改0-文档2-")))
                .contains("eep.data-id"));
        assertTrue(codes(EepReader.read(Files.writeString(folder.resolve("cut.eep"), xml.substring(0, 9000)))
                        .findings())
                .contains("eep.unreadable"));
    }

    @Test
    void nobody_is_trusted_unless_told() throws Exception {
        List<Finding> findings = EepVerifier.verify(EepReader.read(eep), Trust.none(), PackageSamples.NOW);
        assertEquals(
                org.guidang.shared.Outcome.INDETERMINATE, org.guidang.shared.Outcome.of(findings), findings::toString);
    }
}
