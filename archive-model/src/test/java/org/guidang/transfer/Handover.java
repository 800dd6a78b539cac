// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.guidang.shared.Actor;
import org.guidang.shared.Fixity;
import org.guidang.shared.Outcome;

/** The people and packages of the tests here. */
final class Handover {

    static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");
    static final Actor ARCHIVIST = new Actor("li", "李静", "WZ", Set.of());
    static final Actor REVIEWER = new Actor("zhang", "张伟", "MZ", Set.of());
    static final TransferListNumber NUMBER = TransferListNumber.of("WZ", 2026, 12);
    static final CorrectionDemand REASONS =
            CorrectionDemand.of(List.of(new ReturnReason(ReasonCode.MATERIAL_MISSING, "缺少结婚登记表")));

    private Handover() {}

    static TransferList draft(String... packages) {
        TransferList list = new TransferList(NUMBER, "MZ", null, ARCHIVIST, NOW);
        list.add(Arrays.stream(packages).map(one -> facts(one, "婚姻登记")).toList(), ARCHIVIST, NOW);
        return list;
    }

    static TransferList underReview(String... packages) {
        TransferList list = draft(packages);
        list.submit(ARCHIVIST, NOW, Handover::measure);
        list.receive(REVIEWER, NOW);
        return list;
    }

    static TransferList tested(String... packages) {
        TransferList list = underReview(packages);
        list.tested(Arrays.stream(packages)
                .map(one -> new TestResult(one, Outcome.PASSED, "yj-" + one))
                .toList());
        return list;
    }

    static TransferList concluded(String... packages) {
        TransferList list = tested(packages);
        list.accept(List.of(packages), null, REVIEWER, NOW);
        list.conclude(REVIEWER, NOW, Handover::measure);
        return list;
    }

    static OfferedFacts facts(String packageNumber, String item) {
        return new OfferedFacts(
                packageNumber,
                1,
                "3300" + packageNumber,
                "某某" + item,
                "I-" + item,
                item,
                "公共服务事项",
                "WZ",
                "MZ",
                "YEARS_30",
                3,
                900,
                new Fixity(1000, "a".repeat(64), "b".repeat(64)),
                "归档检测合格",
                "gd-" + packageNumber);
    }

    static Signed signed(TransferList list, Party party) {
        Actor actor = party == Party.WINDOW ? ARCHIVIST : REVIEWER;
        return new Signed(
                party,
                actor.userName(),
                actor.displayName(),
                actor.organization(),
                "name of " + actor.organization(),
                "CN=" + actor.userName(),
                list.version(),
                list.current().orElseThrow().text().sm3(),
                "AA==",
                null,
                NOW);
    }

    /** No digest of any standard, but the same for the same text and another for another. */
    static Fixity measure(byte[] text) {
        String hex = "%08x".formatted(Arrays.hashCode(text)).repeat(8);
        return new Fixity(text.length, hex, hex);
    }
}
