// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guidang.detection.xml.ProfileReader;
import org.guidang.shared.Actor;
import org.guidang.shared.Fixity;
import org.guidang.shared.Level;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ProfileCopyTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final Actor WANG = new Actor("wang", "王敏", "WZ", Set.of());
    private static final Actor LI = new Actor("li", "李静", "WZ", Set.of());

    private final ProfileCopy copy = new ProfileCopy(
            3,
            new ProfileVariation(
                    "WZ-3",
                    "本单位方案",
                    ProfileReader.shipped("DAT70-2018"),
                    List.of(new ProfileChange("GD-2-1", Level.NOTE, Map.of(), "登记由人核对"))),
            new Fixity(1, "00", "00"),
            "SM3:00",
            WANG,
            NOW);

    private static void refused(String key, Executable act) {
        assertEquals(key, assertThrows(ProfileRefusedException.class, act).key());
    }

    @Test
    @DisplayName("提出人不能复核自己的方案")
    void the_author_neither_approves_nor_rejects() {
        refused("detection.profile.own", () -> copy.approve(WANG, "cms", "CN=WZ", NOW));
        refused("detection.profile.own", () -> copy.reject(WANG, "不同意这样改", NOW));
        assertEquals(ProfileCopyState.PROPOSED, copy.state());
    }

    @Test
    @DisplayName("第二人复核后生效")
    void a_second_person_puts_it_in_force_and_a_later_version_supersedes_it() {
        copy.approve(LI, "cms", "CN=WZ", NOW);
        assertEquals(ProfileCopyState.IN_FORCE, copy.state());
        assertEquals("李静", copy.reviewerName());
        assertEquals(Optional.of("cms"), copy.cms());
        refused("detection.profile.not-waiting", () -> copy.approve(LI, "cms", "CN=WZ", NOW));
        refused("detection.profile.not-waiting", () -> copy.withdraw(WANG));
        copy.supersede(NOW.plusSeconds(1));
        assertEquals(ProfileCopyState.SUPERSEDED, copy.state());
        assertEquals(NOW.plusSeconds(1), copy.supersededAt());
        refused("detection.profile.not-waiting", () -> copy.supersede(NOW));
    }

    @Test
    @DisplayName("退回要写原因")
    void a_rejection_gives_grounds_and_ends_it() {
        refused("detection.profile.rejection-reason", () -> copy.reject(LI, "不行", NOW));
        copy.reject(LI, " 理由不足，请补充依据 ", NOW);
        assertEquals(ProfileCopyState.REJECTED, copy.state());
        assertEquals("理由不足，请补充依据", copy.reviewNote());
        assertEquals(Optional.empty(), copy.cms());
        refused("detection.profile.not-waiting", () -> copy.approve(LI, "cms", "CN=WZ", NOW));
    }

    @Test
    void only_the_author_takes_it_back() {
        refused("detection.profile.not-own", () -> copy.withdraw(LI));
        copy.withdraw(WANG);
        assertEquals(ProfileCopyState.WITHDRAWN, copy.state());
    }
}
