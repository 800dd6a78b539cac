// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.corpus;

import static org.guidang.detection.core.corpus.Fixture.text;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.guidang.detection.core.Facts;
import org.guidang.detection.core.virus.VirusScanner;
import org.guidang.packaging.core.PackageContent.Step;
import org.guidang.shared.Fixity;

/**
 * Packages at the edges of what the check methods measure: the last value that holds and the first that does not, the rarer
 * branch of each rule, what is known beside the package in every shade. Not published: they tell whether our own code
 * measures exactly, not whether a tool finds a fault.
 */
final class EdgePackages {

    private static final String BASICS = "基本信息.xml";
    private static final String FILES = "归档文件信息.xml";
    private static final String SCOPE = "归档配置信息.xml";
    private static final String PROCESS = "办理流程信息.xml";
    private static final Fixity STRANGE = new Fixity(7, "0".repeat(64), "1".repeat(64));

    /** A package and what is known beside it. */
    record Edge(Fixture fixture, Function<Facts, Facts> known) {}

    private final Map<String, Edge> edges = new LinkedHashMap<>();

    private EdgePackages() {}

    static Map<String, Edge> all() {
        EdgePackages all = new EdgePackages();
        all.lengths();
        all.times();
        all.numbers();
        all.characters();
        all.codes();
        all.steps();
        all.serials();
        all.folders();
        all.materials();
        all.catalogues();
        all.known();
        all.scanners();
        return all.edges;
    }

    private void add(String name, Fixture fixture) {
        edges.put(name, new Edge(fixture, facts -> facts));
    }

    private void add(String name, Function<Facts, Facts> known) {
        edges.put(name, new Edge(new Fixture(), known));
    }

    private static UnaryOperator<String> set(String element, String value) {
        return xml -> xml.replaceFirst(
                "(<" + element + "[^>]*>)[^<]*(</" + element + ">)",
                "$1" + java.util.regex.Matcher.quoteReplacement(value) + "$2");
    }

    private static UnaryOperator<String> without(String element) {
        return xml -> xml.replaceAll("\\s*<" + element + "[^>]*>[^<]*</" + element + ">", "");
    }

    private static UnaryOperator<String> withItem(String element, String value) {
        return xml -> xml.replace("</description>", "<" + element + ">" + value + "</" + element + "></description>");
    }

    private static Fixture basics(String element, String value) {
        return new Fixture().edit(BASICS, set(element, value));
    }

    private static Fixture files(String element, String value) {
        return new Fixture().edit(FILES, set(element, value));
    }

    private void lengths() {
        add("length-500", basics("ProjectName", "婚".repeat(500)));
        add("length-500-beyond-the-basic-plane", basics("ProjectName", "\ud842\udfb7".repeat(500)));
        add("length-time-of-7", basics("ArchiveTime", "2026-11"));
        add(
                "length-list-number-of-20-and-21",
                new Fixture()
                        .edit(BASICS, withItem("TaskVersion", "1".repeat(20)))
                        .edit(BASICS, withItem("TaskVersion", "1".repeat(21))));
        add("integer-least", files("SequenceNumber", "0"));
        add("integer-most", files("SequenceNumber", "100000"));
        add("integer-above", files("SequenceNumber", "100001"));
        add("integer-minus", files("FileSize", "-1"));
        add("integer-zero", files("FileSize", "0"));
        add("integer-of-19-digits", files("FileSize", "1000000000000000000"));
        add("pattern", basics("ContactedCard", "1101 0519"));
        add("blank-around", basics("RetentionPeriod", " 30年 "));
        add("optional-empty", basics("CardType", ""));
    }

    private void times() {
        add("time-first-day", basics("ReceiveTime", "1949-10-01 00:00:00"));
        add("time-before-first-day", basics("ReceiveTime", "1949-09-30 23:59:59"));
        add("time-last-moment", basics("ArchiveTime", "2026-11-21 12:00:00"));
        add("time-after-last-moment", basics("ArchiveTime", "2026-11-21 12:00:01"));
        add("time-equal", basics("TransactTime", "2026-11-20 10:00:00"));
        add("time-one-second-too-early", basics("TransactTime", "2026-11-20 09:59:59"));
        add("time-same-day-without-hour", basics("TransactTime", "2026-11-20"));
        add("time-day-before-without-hour", basics("TransactTime", "2026-11-19"));
        add("time-first-without-hour", basics("ReceiveTime", "20261120"));
        add("time-first-later-without-hour", basics("ReceiveTime", "20261121"));
        add(
                "time-unreadable-between",
                basics("TransactTime", "二〇二六年").edit(BASICS, set("ArchiveTime", "2026-11-20 09:00:00")));
        add(
                "time-none",
                new Fixture()
                        .edit(BASICS, without("ReceiveTime"))
                        .edit(BASICS, without("TransactTime"))
                        .edit(BASICS, without("ArchiveTime")));
    }

    private void numbers() {
        add("card-by-code-wrong", card("111", "110105194912310021"));
        add("card-by-code", card("111", "11010519491231002x"));
        add("card-of-7", card("111", "1101051"));
        add("card-of-8", card("111", "11010519"));
        add("card-passport", card("护照", "G1234567"));
        add("credit", card("统一社会信用代码", "91350100M000100Y43"));
        add("credit-wrong", card("统一社会信用代码", "91350100M000100Y44"));
        add("credit-by-code", card("001", "91350100M000100Y43"));
        add("credit-by-code-wrong", card("001", "91350100M000100Y34"));
        add("card-without-kind", new Fixture().edit(BASICS, without("CardType")));
        add("card-without-number", new Fixture().edit(BASICS, without("ContactedCard")));
        add("card-blank", card("居民身份证", " "));
    }

    private static Fixture card(String kind, String number) {
        return new Fixture()
                .edit(
                        BASICS,
                        xml -> set("ContactedCard", number)
                                .apply(set("CardType", kind).apply(xml)));
    }

    private void characters() {
        int[] points = {
            0x200b, 0x200d, 0x200e, 0x200f, 0x2010, 0x2029, 0x202a, 0x202c, 0x202e, 0x202f, 0x2060, 0x2065, 0x2066,
            0x2067, 0x2069, 0x206a, 0xad, 0x85, 0x9f, 0xa0, 0xe000, 0xf8ff, 0xf900, 0xfdcf, 0xfdd0, 0xfdef, 0xfdf0,
            0xfeff, 0xfffc, 0xfffd, 0x1fffd, 0x1fffe, 0x1ffff, 0x20000, 0xf0000, 0x3164, 0xffa0, 0x180e
        };
        for (int point : points) {
            String one = Character.toString(point);
            add("character-%04X".formatted(point), new Fixture().edit(BASICS, set("ApplyName", "张" + one + "某")));
        }
        add("character-layout", basics("Result", "准予\n\t登记"));
        add("character-return", basics("Result", "准予&#13;登记"));
        for (String sign : List.of("烫烫烫", "ï»¿", "å\u008f", "ä¸", "æ\u0096")) {
            add("garbled-" + Integer.toHexString(sign.charAt(0)), basics("Result", "准" + sign));
        }
    }

    private void codes() {
        String good = "A001-WS·2026·Y-001-0001";
        add("code", new Fixture().edit(BASICS, withItem("ArchivalCode", good)));
        add("code-blank", new Fixture().edit(BASICS, withItem("ArchivalCode", " ")));
        add("code-wrong", new Fixture().edit(BASICS, withItem("档号", "无")));
        add("code-other-name-wrong", new Fixture().edit(BASICS, withItem("ArchiveNumber", " x ")));
        add("code-of-200", basics("DocumentNumber", "1-" + "2".repeat(198)));
        add("code-of-201", basics("DocumentNumber", "1-" + "2".repeat(199)));
        add("document-number-alone", basics("DocumentNumber", "33000001"));
        add("unique-path-twice", new Fixture().edit(FILES, xml -> xml.replace(Fixture.CERTIFICATE, Fixture.RECORD)));
        add("unique-other-names", basics("ProjectId", "33000001-2026-000123"));
    }

    private void steps() {
        add("steps-equal", new Fixture().steps(step("受理", 5000), step("决定", 5000)));
        add("steps-back-by-a-second", new Fixture().steps(step("受理", 5000), step("决定", 5001)));
        add("steps-two-backwards", new Fixture().steps(step("受理", 5000), step("审核", 6000), step("决定", 7000)));
        add("steps-day-only", new Fixture().edit(PROCESS, xml -> xml.replace("2026-11-20 11:00:00", "2026-11-19")));
        add(
                "steps-unreadable-between",
                new Fixture()
                        .edit(
                                PROCESS,
                                xml -> xml.replace("2026-11-20 10:36:40", "?")
                                        .replace("2026-11-20 11:00:00", "2026-11-20 10:00:00")));
        add("steps-name-with-blanks", new Fixture().edit(PROCESS, xml -> xml.replace(">受理<", "> 受理 <")));
        add("steps-without-time", new Fixture().edit(PROCESS, without("Modified")));
        add(
                "steps-second-without-author",
                new Fixture().edit(PROCESS, xml -> xml.replace("<Author title=\"办理人\">赵六</Author>", "")));
        add("steps-third-author-blank", new Fixture().edit(PROCESS, xml -> xml.replace(">钱七<", "> <")));
    }

    private static Step step(String name, int before) {
        return new Step(name, "王五", "同意", "", Fixture.NOW.minusSeconds(before));
    }

    private void serials() {
        add(
                "serial-from-2",
                new Fixture()
                        .edit(
                                FILES,
                                xml -> xml.replace(">4</Seq", ">5</Seq")
                                        .replace(">3</Seq", ">4</Seq")
                                        .replace(">2</Seq", ">3</Seq")
                                        .replace(">1</Seq", ">2</Seq")));
        add("serial-twice", new Fixture().edit(FILES, xml -> xml.replace(">2</Seq", ">1</Seq")));
        add("serial-no-number", files("SequenceNumber", "一"));
        add(
                "serial-two-gaps",
                new Fixture()
                        .edit(FILES, xml -> xml.replace(">2</Seq", ">12</Seq").replace(">4</Seq", ">14</Seq")));
    }

    private void folders() {
        add("folder-6-deep", file("办理结果/1/2/3/4/5/备注.txt"));
        add(
                "folder-around-everything",
                new Fixture()
                        .without(Fixture.RECORD)
                        .without(Fixture.CERTIFICATE)
                        .without(Fixture.SCAN)
                        .without(Fixture.RESULT)
                        .file("件/申请材料/说明.txt", "婚姻证明", text("说明\n"))
                        .file("件/其他/说明.txt", "身份证", text("说明\n"))
                        .file("件/说明.txt", "结果", text("说明\n")));
        add(
                "folder-none-in-catalogue",
                new Fixture().edit(SCOPE, without("FileDirectoryName")).file("其他/备注.txt", "结果", text("备注\n")));
        add("folder-blank-in-catalogue", new Fixture().edit(SCOPE, xml -> xml.replace(">办理结果<", "> <")));
        for (String name : List.of("a.", " a", "a ", "a:b", "a\\b", "a*", "a?", "a\"", "a<b", "a>", "a|", "e\u0301")) {
            String hex = name.chars().mapToObj("%x"::formatted).reduce("", String::concat);
            String path = "办理结果/" + name + "/备注.txt";
            add(
                    "name-" + hex,
                    new Fixture()
                            .after(entries -> entries.put(path, text("备注\n")))
                            .anyNames());
        }
        add("name-of-200", file("办理结果/" + "长".repeat(65) + "x.txt"));
        add("name-of-201", file("办理结果/" + "长".repeat(65) + "xy.txt"));
        add(
                "case-differs-only",
                new Fixture()
                        .after(entries -> entries.put("申请材料/婚姻证明/说明.TXT", text("说明\n")))
                        .anyNames());
    }

    private static Fixture file(String path) {
        return new Fixture().file(path, "结果", text("备注\n"));
    }

    private void materials() {
        add(
                "materials-by-older-names",
                new Fixture()
                        .edit(
                                SCOPE,
                                xml -> xml.replace(
                                                "<Required title=\"是否必须\">是</Required>",
                                                "<auxiliaryone>true</auxiliaryone>")
                                        .replace("<FileName title=\"归档材料名称\">结果", "<FileName title=\"归档材料名称\">照片")));
        add(
                "materials-yes-in-english",
                new Fixture().without(Fixture.SCAN).edit(SCOPE, xml -> xml.replace(">是<", ">TRUE<")));
        add(
                "materials-without-names",
                new Fixture()
                        .without(Fixture.SCAN)
                        .edit(
                                SCOPE,
                                xml -> xml.replaceAll(
                                        "<FileName title=\"归档材料名称\">[^<]*<", "<FileName title=\"归档材料名称\"> <")));
        add("materials-line-without-name", files("MaterialName", ""));
        add(
                "materials-none-listed",
                new Fixture().edit(SCOPE, xml -> xml.replaceAll("(?s)<MaterialCatalog.*</MaterialCatalog>", "")));
        add("records-none", new Fixture().without(Fixture.RECORD));
        add(
                "records-two-alone",
                new Fixture().without(Fixture.CERTIFICATE).file("办理结果/证/电子出证记录.xml", "结果", text(Records.SOUND)));
        add(
                "content-none",
                new Fixture()
                        .without(Fixture.RECORD)
                        .without(Fixture.CERTIFICATE)
                        .without(Fixture.SCAN)
                        .without(Fixture.RESULT));
        add("pictures-199", new Fixture().file(Fixture.SCAN, "身份证", Pictures.jpeg(199)));
        add("pictures-without-resolution", new Fixture().file(Fixture.SCAN, "身份证", Pictures.jpeg(0)));
        add("pictures-none", new Fixture().without(Fixture.SCAN));
        add("formats-unknown", new Fixture().file("办理结果/数据.bin", "结果", new byte[] {1, 2, 3, 0, 5}));
    }

    private void catalogues() {
        add("catalogue-missing", new Fixture().before(entries -> entries.remove(FILES)));
        add("catalogue-twice", new Fixture().before(entries -> entries.put("件/" + FILES, entries.get(FILES))));
        add("catalogue-scope-missing", new Fixture().before(entries -> entries.remove(SCOPE)));
        add("catalogue-basics-missing", new Fixture().before(entries -> entries.remove(BASICS)));
        add("catalogue-sum-differs", files("TotalSize", "1"));
        add("catalogue-size-no-number", files("FileSize", "许多"));
        add("catalogue-size-of-15-digits", files("FileSize", "999999999999999"));
        add("catalogue-size-of-16-digits", files("FileSize", "1000000000000000"));
        add("catalogue-count-no-number", files("FileCount", "四"));
        add(
                "catalogue-without-sums",
                new Fixture().edit(FILES, without("FileCount")).edit(FILES, without("TotalSize")));
        add("catalogue-size-differs", files("FileSize", "1"));
        add("catalogue-sm3-differs", files("SM3", "0".repeat(64)));
        add(
                "catalogue-sm3-in-capitals",
                new Fixture()
                        .edit(
                                FILES,
                                xml -> xml.replaceFirst(
                                        "(<SM3[^>]*>)([^<]*)",
                                        "$1" + "F7CBFAB2DB2275AD6362F943385A6274F0D13B1A9C8DF70896BA3D4D20E04F15")));
        add("catalogue-sha256-differs", files("SHA256", "0".repeat(64)));
        add("catalogue-format-differs", files("Format", "pdf"));
        add("catalogue-path-empty", files("FilePath", ""));
        add("nothing-said-at-all", new Fixture().before(entries -> {
                    entries.put(BASICS, text("<description title=\"办件基本信息\"/>"));
                    for (String document : List.of(FILES, SCOPE, PROCESS)) {
                        entries.remove(document);
                    }
                }));
        add("content-gone-after-fixing", new Fixture().after(entries -> entries.remove(Fixture.RESULT)));
        add("child-package", file("子包/孩子.zip"));
    }

    private void known() {
        add("known-carrier", facts -> facts.on(Facts.Carrier.CARRIER));
        add("known-registered-otherwise", facts -> facts.registered(new Facts.Registered(STRANGE, 3, 5171)));
        add("known-register-same", facts -> facts.register(register(" 330000261711151100004 ", " 张某婚姻登记")));
        add("known-register-silent-on-title", facts -> facts.register(register("330000261711151100004", null)));
        add("known-register-other-case", facts -> facts.register(register("330000261711151100005", "张某婚姻登记")));
        add("known-scope-empty", facts -> facts.scope(List.of()));
        add(
                "known-scope-wants-more",
                facts -> facts.scope(List.of(
                        new Facts.Material("婚姻证明", true),
                        new Facts.Material("委托书", true),
                        new Facts.Material("照片", false))));
        edges.put(
                "known-register-of-what-was-never-fixed",
                new Edge(new Fixture().after(Fixture::unfix), facts -> facts.register(register("1", "2"))));
        edges.put(
                "known-register-without-number-of-case",
                new Edge(
                        new Fixture().edit(BASICS, without("ProjectId")),
                        facts -> facts.register(register("1", "张某婚姻登记"))));
    }

    private static Facts.Register register(String application, String title) {
        return new Facts.Register() {
            @Override
            public Optional<Row> row(String packageNumber, int version) {
                return packageNumber.equals("33000001-2026-000123") && version == 1
                        ? Optional.of(new Row(application, "3D8BA7302D519F2643203E8A56B66CEE", title))
                        : Optional.empty();
            }

            @Override
            public Optional<String> otherPackageOf(String applicationNumber, String packageNumber) {
                return Optional.empty();
            }
        };
    }

    private void scanners() {
        scanner("scanner-clean", Duration.ofDays(1), "none such", new VirusScanner.Clean());
        scanner("scanner-of-30-days", Duration.ofDays(30).plusHours(23), "none such", new VirusScanner.Clean());
        scanner("scanner-of-31-days", Duration.ofDays(31), "none such", new VirusScanner.Clean());
        scanner("scanner-of-unknown-age", null, "none such", new VirusScanner.Clean());
        scanner("scanner-finds-in-a-file", Duration.ZERO, "婚姻登记信息", new VirusScanner.Clean());
        scanner("scanner-finds-only-in-the-whole", Duration.ZERO, "none such", new VirusScanner.Infected("Across"));
        scanner(
                "scanner-gives-up",
                Duration.ZERO,
                "none such",
                new VirusScanner.NotExecuted("detection.virus.odd-answer", "?"));
        edges.put(
                "scanner-meets-a-refused-file",
                new Edge(
                        new Fixture().after(entries -> entries.put("办理结果/空.zip", text("x"))),
                        facts -> with(
                                facts, new Searching("none such", Duration.ZERO, new VirusScanner.Infected("W")))));
        edges.put(
                "scanner-none-and-a-program",
                new Edge(
                        new Fixture()
                                .file(
                                        "办理结果/图.svg",
                                        "结果",
                                        text("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>")),
                        facts -> facts));
    }

    private void scanner(String name, Duration age, String wanted, VirusScanner.Result ofTheWhole) {
        add(name, facts -> with(facts, new Searching(wanted, age, ofTheWhole)));
    }

    private static Facts with(Facts facts, VirusScanner scanner) {
        return new Facts(
                facts.now(),
                facts.trust(),
                scanner,
                facts.carrier(),
                facts.registered(),
                facts.scope(),
                facts.register());
    }

    /** A scanner of one word: finds it in what it is sent; what it says of a whole zip is given. */
    private record Searching(String wanted, Duration age, Result ofTheWhole) implements VirusScanner {

        @Override
        public Optional<Engine> engine() {
            Instant made = age == null ? null : Fixture.NOW.minus(age);
            return Optional.of(new Engine("Searching", "1", made));
        }

        @Override
        public Result scan(InputStream content, long octets) {
            try {
                byte[] all = content.readAllBytes();
                if (all.length != octets) {
                    return new NotExecuted("detection.virus.odd-answer", octets + " were announced");
                }
                boolean whole = all.length > 1 && all[0] == 'P' && all[1] == 'K';
                boolean found = new String(all, java.nio.charset.StandardCharsets.UTF_8).contains(wanted);
                if (whole) {
                    return found ? new Infected("Word") : ofTheWhole;
                }
                return found ? new Infected("Word") : ofTheWhole instanceof NotExecuted ? ofTheWhole : new Clean();
            } catch (java.io.IOException unreadable) {
                return new NotExecuted("detection.virus.odd-answer", "unreadable");
            }
        }
    }
}
