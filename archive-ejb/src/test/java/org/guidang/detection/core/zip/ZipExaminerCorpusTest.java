// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.zip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.guidang.detection.core.Examination;
import org.guidang.seal.core.Trust;
import org.guidang.shared.Finding;
import org.guidang.shared.Outcome;
import org.guidang.shared.core.Corpus;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ZipExaminerCorpusTest {

    /** What each hostile zip is told to be; for policy rows this is the answer chosen. */
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("bomb-nested-5-levels.zip", "zip.nested-too-deep"),
            Map.entry("encrypted-aes256.zip", "zip.encrypted"),
            Map.entry("eocd-count-wrong.zip", "zip.end-record-lies"),
            Map.entry("eocd-missing.zip", "zip.no-end-record"),
            Map.entry("gb18030-4byte.zip", "zip.name-not-utf8"),
            Map.entry("hidden-entry-not-in-cd.zip", "zip.hidden-entry"),
            Map.entry("local-central-size-differ.zip", "zip.headers-disagree"),
            Map.entry("method-bzip2.zip", "zip.method-unsupported"),
            Map.entry("method-unsupported-97.zip", "zip.method-unsupported"),
            Map.entry("name-case-collision.zip", "zip.name-twin"),
            Map.entry("name-nul.zip", "zip.name-control"),
            Map.entry("name-rtlo.zip", "zip.name-deceptive"),
            Map.entry("nested-60-deep.zip", "zip.nested-too-deep"),
            Map.entry("not-a-zip.zip", "zip.not-a-zip"),
            Map.entry("plain.tar.gz", "zip.not-a-zip"),
            Map.entry("tarslip.tar", "zip.not-a-zip"),
            Map.entry("symlink-then-write.zip", "zip.link"),
            Map.entry("truncated.zip", "zip.no-end-record"),
            Map.entry("two-central-directories.zip", "zip.prefix-data"),
            Map.entry("unicode-path-extra.zip", "zip.name-two-names"),
            Map.entry("zero-bytes.zip", "zip.empty"),
            Map.entry("zipslip-absolute.zip", "zip.name-absolute"),
            Map.entry("zipslip-relative.zip", "zip.name-escapes"),
            Map.entry("zip-named-pdf.pdf", ""),
            Map.entry("jpg-zip.jpg", "zip.prefix-data"),
            Map.entry("pdf-zip.pdf", "zip.prefix-data"));

    static Stream<Corpus.Row> rows() {
        return Stream.concat(
                Corpus.rows("06-zip-attacks/").stream(),
                Corpus.rows("07-polyglot/").stream().filter(row -> row.path().contains("zip")));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void every_zip_attack_is_told_for_what_it_is(Corpus.Row row) {
        Examination examination =
                new Examination(row.file(), row.path(), Trust.none(), Instant.parse("2026-11-20T00:00:00Z"));
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(2), () -> new ZipExaminer().examine(examination), row.path());

        String name = row.path().substring(row.path().lastIndexOf('/') + 1);
        List<String> codes = examination.findings().stream().map(Finding::code).toList();
        assertTrue(CODES.containsKey(name), "no expectation for " + name + " " + codes);
        if (!CODES.get(name).isEmpty()) {
            assertTrue(new TreeSet<>(codes).contains(CODES.get(name)), name + " " + codes);
        }
        if (row.path().startsWith("06-") && row.firm()) {
            Outcome expected = row.verdict().startsWith("ACCEPT") ? Outcome.PASSED : Outcome.FAILED;
            assertEquals(expected, examination.outcome(), name + " " + examination.findings());
        }
    }

    @ParameterizedTest
    @MethodSource("sound")
    void sound_zips_pass(Corpus.Row row) throws Exception {
        Examination examination = new Examination(row.file(), row.path(), Trust.none(), Instant.EPOCH);
        new ZipExaminer().examine(examination);
        assertEquals(
                Outcome.PASSED,
                examination.outcome(),
                () -> examination.findings().toString());
    }

    static Stream<Corpus.Row> sound() {
        return Stream.of("15-seeds/packages/ok", "09-bagit/v1.0", "10-ocfl/1.1/good", "01-ofd/")
                .flatMap(prefix -> Corpus.rows(prefix).stream())
                .filter(row -> row.firm() && row.verdict().startsWith("ACCEPT"));
    }
}
