// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guidang.detection.Phase;
import org.guidang.detection.Profile;
import org.guidang.detection.ProfileChange;
import org.guidang.detection.ProfileCopy;
import org.guidang.detection.ProfileCopyRepository;
import org.guidang.detection.ProfileRefusedException;
import org.guidang.detection.ProfileVariation;
import org.guidang.detection.core.Profiles;
import org.guidang.detection.xml.ProfileReader;
import org.guidang.seal.control.GivenSettings;
import org.guidang.seal.control.Keys;
import org.guidang.shared.Actor;
import org.guidang.shared.BusinessRuleException.Kind;
import org.guidang.shared.Fixity;
import org.guidang.shared.Level;
import org.guidang.shared.core.FileContentStore;
import org.guidang.transfer.control.Wiring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("生效方案的数据行、摘要、签名必须一致")
class ProfilesInForceTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final String EDITION = "DAT70-2018";
    private static final ProfileChange LOWERED = new ProfileChange("GD-4-2", Level.SHOULD, Map.of(), "本窗口尚未配置杀毒软件");
    private static final ProfileChange SWITCHED_OFF = new ProfileChange("GD-4-2", Level.OFF, Map.of(), "本窗口尚未配置杀毒软件");

    @TempDir
    Path folder;

    private final Rows rows = new Rows();
    private ProfilesInForce inForce;

    @BeforeEach
    void open() throws IOException {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Keys keys = Wiring.wire(new Keys(), Wiring.dataIn(folder), new GivenSettings().settings(), clock);
        inForce = Wiring.wire(new ProfilesInForce(), rows, new FileContentStore(folder.resolve("store")), keys);
    }

    /** A version as the database gives it back. */
    private ProfileCopy row(String organization, ProfileChange change, Fixity edition, String digest) {
        return new ProfileCopy(
                1,
                variation(organization, change),
                edition,
                digest,
                new Actor("wang", "王五", organization, Set.of()),
                NOW);
    }

    private ProfileCopy row(String organization, ProfileChange change) {
        return row(organization, change, inForce.keepEdition(EDITION), digest(organization, change));
    }

    private static ProfileVariation variation(String organization, ProfileChange change) {
        return new ProfileVariation(organization + "-1", "本单位检测方案", ProfileReader.shipped(EDITION), List.of(change));
    }

    private static String digest(String organization, ProfileChange change) {
        return Profiles.of(variation(organization, change)).digest().toString();
    }

    private String signatureOf(ProfileCopy copy) {
        return inForce.sign(copy, NOW).cms();
    }

    private void stored(ProfileCopy copy, String cms) {
        copy.approve(new Actor("li", "李四", copy.organization(), Set.of()), cms, "CN=WZ", NOW);
        rows.inForce = copy;
    }

    private void assertRefused() {
        ProfileRefusedException refused = assertThrows(ProfileRefusedException.class, () -> inForce.of("WZ"));
        assertEquals("detection.profile.altered", refused.key());
        assertEquals(Kind.UNAVAILABLE, refused.kind());
        assertEquals(List.of("WZ-1"), refused.arguments());
    }

    @Test
    void what_was_reviewed_and_signed_is_tested_by() {
        ProfileCopy good = row("WZ", LOWERED);
        stored(good, signatureOf(good));
        Profile profile = inForce.of("WZ").orElseThrow();
        assertEquals("WZ-1", profile.variation());
        assertEquals(good.digest(), profile.digest().toString());
        assertEquals(
                Level.SHOULD,
                profile.items(Phase.ARCHIVING).stream()
                        .filter(item -> item.code().equals("GD-4-2"))
                        .findFirst()
                        .orElseThrow()
                        .level());
    }

    @Test
    void an_organization_without_a_profile_of_its_own_has_none_in_force() {
        assertEquals(Optional.empty(), inForce.of("WZ"));
    }

    @Test
    @DisplayName("改动的内容与签名不符")
    void a_changed_row_is_refused_even_after_the_true_one_was_used() {
        ProfileCopy good = row("WZ", LOWERED);
        String cms = signatureOf(good);
        stored(good, cms);
        inForce.of("WZ");
        stored(row("WZ", SWITCHED_OFF, good.editionFile(), good.digest()), cms);
        assertRefused();
    }

    @Test
    @DisplayName("连摘要一起改动，签名仍不符")
    void a_changed_row_with_a_digest_made_to_fit_is_refused() {
        ProfileCopy good = row("WZ", LOWERED);
        stored(row("WZ", SWITCHED_OFF), signatureOf(good));
        assertRefused();
    }

    @Test
    void a_changed_digest_is_refused_even_after_the_true_one_was_used() {
        ProfileCopy good = row("WZ", LOWERED);
        String cms = signatureOf(good);
        stored(good, cms);
        inForce.of("WZ");
        stored(row("WZ", LOWERED, good.editionFile(), digest("WZ", SWITCHED_OFF)), cms);
        assertRefused();
    }

    @Test
    @DisplayName("签名被改动、删去或无法读取")
    void a_changed_an_unreadable_and_a_missing_signature_are_refused() {
        ProfileCopy good = row("WZ", LOWERED);
        byte[] flipped = Base64.getDecoder().decode(signatureOf(good));
        flipped[flipped.length - 1] ^= 1;
        for (String cms : new String[] {Base64.getEncoder().encodeToString(flipped), "AAAA", "不是签名", "", null}) {
            stored(row("WZ", LOWERED), cms);
            assertRefused();
        }
    }

    @Test
    @DisplayName("别的单位的签名不算")
    void a_signature_of_another_organization_is_refused() {
        ProfileVariation ours = variation("WZ", LOWERED);
        ProfileCopy posing =
                new ProfileCopy(
                        1,
                        ours,
                        inForce.keepEdition(EDITION),
                        digest("WZ", LOWERED),
                        new Actor("wang", "王五", "MZ", Set.of()),
                        NOW) {
                    @Override
                    public ProfileVariation variation(Profile base) {
                        return ours;
                    }
                };
        stored(row("WZ", LOWERED), signatureOf(posing));
        assertRefused();
    }

    @Test
    @DisplayName("所依据的标准文件被换掉")
    void an_edition_whose_file_was_replaced_is_refused() {
        ProfileCopy good = row("WZ", LOWERED);
        Fixity another = inForce.keepEdition("FZ-DAT85");
        stored(row("WZ", LOWERED, another, good.digest()), signatureOf(good));
        assertRefused();
    }

    /** The rows as somebody left them. */
    private static final class Rows implements ProfileCopyRepository {

        private ProfileCopy inForce;

        @Override
        public Optional<ProfileCopy> inForce(String organization) {
            return Optional.ofNullable(inForce);
        }

        @Override
        public Optional<ProfileCopy> find(String organization, int number) {
            return inForce(organization);
        }

        @Override
        public Optional<ProfileCopy> proposed(String organization) {
            return Optional.empty();
        }

        @Override
        public List<ProfileCopy> of(String organization) {
            return inForce(organization).stream().toList();
        }

        @Override
        public void add(ProfileCopy copy) {
            inForce = copy;
        }

        @Override
        public void flush() {
            // held in memory
        }
    }
}
