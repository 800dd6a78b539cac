// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.revocation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.guidang.seal.core.Trust;
import org.guidang.seal.core.TrustJudge;
import org.guidang.seal.core.TrustVerdict;
import org.guidang.seal.core.TrustVerdict.Standing;
import org.guidang.seal.core.Use;
import org.guidang.seal.core.revocation.OpenSslAuthority.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was signed before a revocation stays good, unless the key was already stolen then; lists and answers alike. */
class RevocationReasonsTest {

    private static final DateTimeFormatter INDEX =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter LONG =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    @DisplayName("吊销前签的仍有效；密钥泄露的，自失效日期起无效")
    void a_stolen_key_counts_from_the_day_it_was_stolen(Kind kind) throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Instant stolen = now.plus(Duration.ofHours(1));
        Instant revoked = now.plus(Duration.ofHours(3));
        Instant between = now.plus(Duration.ofHours(2));
        try (Front front = new Front();
                OpenSslAuthority authority = new OpenSslAuthority(kind, folder)) {
            for (String name : List.of("superseded", "stolen")) {
                authority.issue(name, "authorityInfoAccess=OCSP;URI:" + front.address());
            }
            authority.revoke("superseded", INDEX.format(revoked) + ",superseded");
            authority.revoke("stolen", INDEX.format(revoked) + ",keyTime," + LONG.format(stolen));
            front.manner(Front.passingTo(authority.respond("-ndays", "7")));
            Trust byAnswers = authority
                    .trust()
                    .with(new RevocationPolicy(
                            new OnlineRevocation(front.allowed(), Duration.ofSeconds(20), Clock.systemUTC()), true));
            Trust byLists = authority.trust().and(new Trust(List.of(), List.of(), List.of(authority.list())));
            for (Trust trust : List.of(byAnswers, byLists)) {
                assertEquals(
                        Standing.TRUSTED,
                        judge(authority, trust, "superseded", between).standing());
                TrustVerdict later = judge(authority, trust, "superseded", revoked);
                assertEquals(Standing.REVOKED, later.standing());
                assertEquals(new Revoked(revoked, 4), later.revoked());
                assertEquals(true, later.revoked().keyNotStolen());

                Instant before = stolen.minusSeconds(1);
                assertEquals(
                        Standing.TRUSTED,
                        judge(authority, trust, "stolen", before).standing());
                TrustVerdict thief = judge(authority, trust, "stolen", between);
                assertEquals(Standing.REVOKED, thief.standing());
                assertEquals(new Revoked(stolen, 1), thief.revoked());
                assertEquals(false, thief.revoked().keyNotStolen());
            }
            assertEquals(2, front.requests(), "one for each certificate");
        }
    }

    private static TrustVerdict judge(OpenSslAuthority authority, Trust trust, String name, Instant at)
            throws Exception {
        return new TrustJudge(trust).judge(authority.certificate(name), List.of(), at, Use.ANY);
    }
}
