// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.guidang.detection.CheckItem;
import org.guidang.detection.DetectionReport;
import org.guidang.detection.ItemResult;
import org.guidang.detection.Phase;
import org.guidang.detection.Profile;
import org.guidang.detection.core.Facts;
import org.guidang.detection.core.PackageDetection;
import org.guidang.detection.core.Profiles;
import org.guidang.detection.xml.ProfileReader;
import org.guidang.shared.Actor;
import org.guidang.shared.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("只复检未通过项")
class RetestTest {

    private static final Profile PROFILE = ProfileReader.shipped("DAT70-2018");
    private static final PackageDetection.About ABOUT =
            new PackageDetection.About("33000001-2026-000123", 1, new Actor("wang", "王五", "33000001", Set.of()));

    @TempDir
    Path folder;

    private final PackageDetection detection = new PackageDetection(Clock.fixed(Fixture.NOW, ZoneOffset.UTC));
    private Path zip;
    private Facts facts;
    private DetectionReport first;

    @BeforeEach
    void first() throws IOException {
        BadPackages.Case bad = BadPackages.all().get("GD-1-2_too-long");
        zip = bad.fixture().write(folder.resolve("first.zip"));
        facts = bad.facts(zip);
        first = detection.run(zip, null, ABOUT, Phase.ARCHIVING, PROFILE, facts);
    }

    private DetectionReport again(Path file, Profile profile, Facts now) throws IOException {
        return detection.again(file, null, ABOUT, Phase.ARCHIVING, profile, now, first);
    }

    private static Set<String> carriedOut(DetectionReport report) {
        Set<String> codes = new TreeSet<>();
        report.items().stream().filter(item -> item.carriedFrom() == null).forEach(item -> codes.add(item.code()));
        return codes;
    }

    private static Set<String> notHolding(DetectionReport report) {
        Set<String> codes = new TreeSet<>();
        report.items().stream()
                .filter(item -> item.verdict() != Outcome.PASSED && item.verdict() != Outcome.NOT_APPLICABLE)
                .forEach(item -> codes.add(item.code()));
        return codes;
    }

    @Test
    void exactly_what_did_not_hold_is_carried_out_and_the_rest_names_its_run() throws IOException {
        DetectionReport second = again(zip, PROFILE, facts);
        assertEquals(notHolding(first), carriedOut(second));
        assertFalse(carriedOut(second).isEmpty());
        assertEquals(first.id(), second.retestOf());
        assertEquals("", second.retestReason());
        assertEquals(
                first.items().stream()
                        .map(item -> item.code() + item.outcome() + item.findings())
                        .toList(),
                second.items().stream()
                        .map(item -> item.code() + item.outcome() + item.findings())
                        .toList());
        first = second;
        DetectionReport third = again(zip, PROFILE, facts);
        String origin = second.retestOf();
        third.items().stream()
                .filter(item -> item.carriedFrom() != null)
                .forEach(item ->
                        assertEquals(origin, item.carriedFrom(), "the run that carried it out, not the one between"));
    }

    @Test
    @DisplayName("信息包变了，全部重新执行")
    void other_octets_carry_nothing_over() throws IOException {
        Path other = BadPackages.good().fixture().write(folder.resolve("other.zip"));
        DetectionReport second = again(other, PROFILE, facts);
        assertEquals("detection.retest.octets-differ", second.retestReason());
        assertEquals(second.items().size(), carriedOut(second).size());
    }

    @Test
    @DisplayName("检测方案变了，全部重新执行")
    void another_profile_carries_nothing_over() throws IOException {
        DetectionReport second = again(zip, Profiles.shipped("DAT70-2018-DEMO"), facts);
        assertEquals("detection.retest.profile-differs", second.retestReason());
        assertEquals(second.items().size(), carriedOut(second).size());
    }

    @Test
    @DisplayName("外部依据变了，用到它的检测项重新执行")
    void an_item_that_reads_what_has_changed_is_carried_out_again() throws IOException {
        Set<String> before = carriedOut(again(zip, PROFILE, facts));
        Facts more = facts.registered(new Facts.Registered(first.packageFixity(), 999, 1));
        DetectionReport second = again(zip, PROFILE, more);
        Set<String> expected = new TreeSet<>(before);
        expected.addAll(codes("package-identical", "item-count", "octet-count"));
        assertEquals(expected, carriedOut(second));
        assertEquals(
                Outcome.FAILED,
                second.items().stream()
                        .filter(item -> codes("item-count").contains(item.code()))
                        .findFirst()
                        .map(ItemResult::outcome)
                        .orElseThrow());
    }

    @Test
    void on_another_day_everything_that_rests_on_a_signature_is_carried_out_again() throws IOException {
        Instant tomorrow = facts.now().plus(Duration.ofDays(1));
        Facts later = new Facts(
                tomorrow,
                facts.trust(),
                facts.scanner(),
                facts.carrier(),
                facts.registered(),
                facts.scope(),
                facts.register());
        assertEquals(
                Set.of(),
                difference(codes("fixing-valid", "content-readable"), carriedOut(again(zip, PROFILE, later))));
    }

    @Test
    void a_run_of_its_own_answers_none() {
        assertNull(first.retestOf());
        assertEquals(first.items().size(), carriedOut(first).size());
    }

    private static Set<String> difference(Set<String> wanted, Set<String> there) {
        Set<String> lacking = new TreeSet<>(wanted);
        lacking.removeAll(there);
        return lacking;
    }

    private static Set<String> codes(String... methods) {
        Set<String> codes = new TreeSet<>();
        PROFILE.items(Phase.ARCHIVING).stream()
                .filter(item -> List.of(methods).contains(item.method()))
                .map(CheckItem::code)
                .forEach(codes::add);
        return codes;
    }
}
