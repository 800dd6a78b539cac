// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.guidang.packaging.core.zip.GuardedZip;
import org.guidang.packaging.core.zip.ZipLimits;
import org.guidang.shared.Finding;
import org.guidang.shared.Outcome;
import org.guidang.shared.core.Corpus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExchangeCorpusTest {

    private static final Pattern CODE = Pattern.compile("[EW]\\d{3}");

    static Stream<Corpus.Row> bags() {
        return Corpus.rows("09-bagit/").stream().filter(Corpus.Row::firm);
    }

    static Stream<Corpus.Row> objects() {
        return Corpus.rows("10-ocfl/").stream().filter(Corpus.Row::firm);
    }

    @ParameterizedTest
    @MethodSource("bags")
    void bags_are_judged_as_the_conformance_suite_says(Corpus.Row row) throws Exception {
        List<Finding> findings = new ArrayList<>();
        try (GuardedZip zip = GuardedZip.open(row.file(), ZipLimits.STANDARD)) {
            FileTree tree = new FileTree(zip);
            assertEquals(FileTree.Kind.BAG, tree.kind());
            BagValidator.validate(tree, findings::add);
        }
        assertVerdict(row, findings);
    }

    /** The name of each fixture begins with the codes that must be found. */
    @ParameterizedTest
    @MethodSource("objects")
    void ocfl_objects_are_judged_as_the_fixtures_say(Corpus.Row row) throws Exception {
        List<Finding> findings = new ArrayList<>();
        try (GuardedZip zip = GuardedZip.open(row.file(), ZipLimits.STANDARD)) {
            if (row.path().contains("E003_E063_empty")) {
                assertEquals(
                        List.of(),
                        zip.entries().stream()
                                .filter(e -> !e.name().endsWith(".keep"))
                                .toList());
                return; // nothing in it says what it is; refused as an unknown file
            }
            FileTree tree = new FileTree(zip);
            assertEquals(FileTree.Kind.OCFL_OBJECT, tree.kind());
            OcflValidator.validate(tree, findings::add);
        }
        assertVerdict(row, findings);
        if (row.verdict().equals("REJECT")) {
            String name = row.path().substring(row.path().lastIndexOf('/') + 1);
            Matcher codes = CODE.matcher(name);
            assertTrue(
                    codes.results()
                            .anyMatch(code -> findings.stream()
                                    .anyMatch(finding -> finding.code().equals("ocfl." + code.group()))),
                    () -> name + " " + findings);
        }
    }

    private static void assertVerdict(Corpus.Row row, List<Finding> findings) {
        Outcome outcome = Outcome.of(findings);
        switch (row.verdict()) {
            case "ACCEPT" -> assertEquals(List.of(), findings);
            case "ACCEPT_WARN" -> {
                assertEquals(Outcome.PASSED, outcome, findings::toString);
                assertFalse(findings.isEmpty(), "a warning is expected");
            }
            default -> assertEquals(Outcome.FAILED, outcome, findings::toString);
        }
    }
}
