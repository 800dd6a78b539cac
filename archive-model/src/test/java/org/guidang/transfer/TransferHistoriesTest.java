// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import static org.guidang.transfer.Handover.ARCHIVIST;
import static org.guidang.transfer.Handover.NOW;
import static org.guidang.transfer.Handover.REASONS;
import static org.guidang.transfer.Handover.REVIEWER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import org.guidang.shared.Actor;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.Outcome;

/**
 * Whatever people do in whatever order: the list goes only along the arrows of its states, a refused act changes nothing,
 * fixed versions keep their text, and what is signed is what was accepted. The seed of a run stands in its report.
 */
class TransferHistoriesTest {

    private static final List<String> PACKAGES = List.of("p1", "p2", "p3");

    private static final Actor COLLEAGUE = new Actor("lin", "林涛", "MZ", Set.of());

    private static final Map<TransferState, Set<TransferState>> ARROWS = new EnumMap<>(TransferState.class);

    static {
        ARROWS.put(TransferState.DRAFT, EnumSet.of(TransferState.SUBMITTED, TransferState.WITHDRAWN));
        ARROWS.put(TransferState.SUBMITTED, EnumSet.of(TransferState.UNDER_REVIEW, TransferState.WITHDRAWN));
        ARROWS.put(TransferState.UNDER_REVIEW, EnumSet.of(TransferState.RETURNED, TransferState.SIGNED_BY_ONE));
        ARROWS.put(TransferState.SIGNED_BY_ONE, EnumSet.of(TransferState.SIGNED, TransferState.RETURNED));
        ARROWS.put(TransferState.SIGNED, EnumSet.of(TransferState.STORED));
        ARROWS.put(TransferState.STORED, EnumSet.noneOf(TransferState.class));
        ARROWS.put(TransferState.RETURNED, EnumSet.noneOf(TransferState.class));
        ARROWS.put(TransferState.WITHDRAWN, EnumSet.noneOf(TransferState.class));
    }

    enum Deed {
        ADD,
        REMOVE,
        REMARK,
        SUBMIT,
        WITHDRAW,
        REMIND,
        RECEIVE,
        TEST_PASSED,
        TEST_FAILED,
        TEST_UNDECIDED,
        ACCEPT,
        ACCEPT_WITH_NOTE,
        SEND_BACK,
        BULK_ACCEPT,
        BULK_SEND_BACK,
        DOUBT,
        DOUBT_ANYBODY,
        ADVISE,
        ADVISE_ONESELF,
        TAKE_BACK_DOUBT,
        RETURN_ALL,
        CONCLUDE,
        SIGN_WINDOW,
        SIGN_AGENCY,
        SIGN_BOTH_AS_ONE,
        HOLD,
        /** The next thing people would sensibly do. */
        GO_ON
    }

    record Step(Deed deed, String packageNumber) {}

    @Provide
    Arbitrary<List<Step>> histories() {
        // Half of the steps go on sensibly, else hardly a history would see a signature.
        Arbitrary<Deed> deeds = Arbitraries.oneOf(Arbitraries.of(Deed.values()), Arbitraries.just(Deed.GO_ON));
        return Combinators.combine(deeds, Arbitraries.of(PACKAGES))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(60);
    }

    @Property(tries = 2000, shrinking = ShrinkingMode.BOUNDED)
    void every_history_keeps_the_rules(@ForAll("histories") List<Step> history) {
        TransferList list = new TransferList(Handover.NUMBER, "MZ", null, ARCHIVIST, NOW);
        Map<Integer, String> fixed = new HashMap<>();
        for (Step step : history) {
            TransferState before = list.state();
            String text = shown(list);
            try {
                perform(list, step);
                assertTrue(
                        list.state() == before || ARROWS.get(before).contains(list.state()),
                        () -> step + ": " + before + " to " + list.state());
            } catch (BusinessRuleException refused) {
                assertEquals(before, list.state(), () -> "refused " + step);
                assertEquals(text, shown(list), () -> "refused " + step);
            }
            list.versions()
                    .forEach(version -> fixed.putIfAbsent(
                            version.version(), list.text(version.version()).toString()));
            fixed.forEach(
                    (version, said) -> assertEquals(said, list.text(version).toString(), "version " + version));
            check(list);
        }
        // How far the histories get is printed, so that nobody relies on two thousand drafts.
        Statistics.collect(list.state());
    }

    private static String shown(TransferList list) {
        return list.text(list.version()).toString()
                + list.totals()
                + list.acts()
                + list.doubts().stream().map(Doubt::state).toList();
    }

    private static void check(TransferList list) {
        boolean review = list.state() == TransferState.UNDER_REVIEW;
        if (list.state() == TransferState.SIGNED || list.state() == TransferState.STORED) {
            PartySignature window = list.signatureOf(Party.WINDOW).orElseThrow();
            PartySignature agency = list.signatureOf(Party.AGENCY).orElseThrow();
            String sm3 = list.current().orElseThrow().text().sm3();
            assertEquals(
                    List.of(sm3, sm3),
                    List.of(window.asSigned().sm3(), agency.asSigned().sm3()));
            assertFalse(window.userName().equals(agency.userName()));
        }
        for (OfferedPackage pack : list.allPackages()) {
            boolean gone = pack.decision() == Decision.RETURNED && list.isConcluded();
            assertEquals(list.state().isOpen() && !gone, pack.isBound(), pack.packageNumber());
            if (pack.decision() == Decision.RETURNED) {
                assertFalse(pack.reasons().isEmpty());
            }
            if (pack.decision() == Decision.ACCEPTED) {
                assertTrue(pack.receiptOutcome().orElseThrow() != Outcome.FAILED);
            }
            assertTrue(pack.archivalCode().isEmpty() || pack.isOn(list.version()));
        }
        if (list.isConcluded() && !review) {
            assertTrue(list.packages(list.version()).size() > 0);
        }
        for (Doubt doubt : list.doubts()) {
            // An open doubt stands only in an open review; who asked never answered.
            assertTrue(!doubt.isOpen() || review && !list.isConcluded(), () -> "open doubt in " + list.state());
            assertEquals(doubt.state() == DoubtState.ANSWERED, doubt.opinion().isPresent());
            assertFalse(doubt.opinion().isPresent() && doubt.settledName().equals(Optional.of(doubt.askedName())));
        }
        ListTotals totals = list.totals();
        assertEquals(list.allPackages().size(), totals.accepted() + totals.returned() + totals.pending());
    }

    private static void perform(TransferList list, Step step) {
        List<String> one = List.of(step.packageNumber());
        switch (step.deed()) {
            case ADD -> list.add(List.of(Handover.facts(step.packageNumber(), "婚姻登记")), ARCHIVIST, NOW);
            case REMOVE -> list.remove(one, ARCHIVIST, NOW);
            case REMARK -> list.remark("WZ-2026-0012-01", "备注", ARCHIVIST, NOW);
            case SUBMIT -> list.submit(ARCHIVIST, NOW, Handover::measure);
            case WITHDRAW -> list.withdraw(ARCHIVIST, NOW);
            case REMIND -> list.remind(ARCHIVIST, NOW);
            case RECEIVE -> list.receive(REVIEWER, NOW);
            case TEST_PASSED -> list.tested(List.of(new TestResult(step.packageNumber(), Outcome.PASSED, "r")));
            case TEST_FAILED -> list.tested(List.of(new TestResult(step.packageNumber(), Outcome.FAILED, "r")));
            case TEST_UNDECIDED ->
                list.tested(List.of(new TestResult(step.packageNumber(), Outcome.INDETERMINATE, "r")));
            case ACCEPT -> list.accept(one, null, REVIEWER, NOW);
            case ACCEPT_WITH_NOTE -> list.accept(one, "已经人工核对", REVIEWER, NOW);
            case SEND_BACK -> list.sendBack(one, REASONS, REVIEWER, NOW);
            case BULK_ACCEPT -> bulk(list, BulkDecision.acceptance(null));
            case BULK_SEND_BACK -> bulk(list, BulkDecision.sendingBack(REASONS));
            case DOUBT -> list.doubt(step.packageNumber(), "印章是否清晰可辨", new Colleague("lin", "林涛"), REVIEWER, NOW);
            case DOUBT_ANYBODY -> list.doubt(step.packageNumber(), "印章是否清晰可辨", null, REVIEWER, NOW);
            case ADVISE -> list.advise(doubtAbout(list, step.packageNumber()), "印章清晰，可以接收", COLLEAGUE, NOW);
            case ADVISE_ONESELF -> list.advise(doubtAbout(list, step.packageNumber()), "印章清晰，可以接收", REVIEWER, NOW);
            case TAKE_BACK_DOUBT -> list.takeBackDoubt(doubtAbout(list, step.packageNumber()), REVIEWER, NOW);
            case RETURN_ALL -> list.returnAll(REASONS, REVIEWER, NOW);
            case CONCLUDE -> list.conclude(REVIEWER, NOW, Handover::measure);
            case SIGN_WINDOW -> sign(list, Party.WINDOW);
            case SIGN_AGENCY -> sign(list, Party.AGENCY);
            case SIGN_BOTH_AS_ONE -> signForTheOther(list);
            case GO_ON -> goOn(list);
            case HOLD -> list.held(Map.of(step.packageNumber(), "J019-" + step.packageNumber()), REVIEWER, NOW);
        }
    }

    /** Whatever it says, the numbers add up, and what was foreseen happens. */
    private static void bulk(TransferList list, BulkDecision decision) {
        BulkResult foreseen = list.foresee(decision, PACKAGES);
        BulkResult result = list.decideEach(decision, PACKAGES, REVIEWER, NOW);
        assertEquals(foreseen, result);
        assertEquals(result.chosen(), result.done() + result.failed() + result.skipped());
    }

    /** The newest doubt about a package; an unknown one when there is none. */
    private static String doubtAbout(TransferList list, String packageNumber) {
        return list.doubts().stream()
                .filter(doubt -> doubt.packageNumber().equals(packageNumber))
                .reduce((first, second) -> second)
                .map(Doubt::id)
                .orElse("none");
    }

    private static void goOn(TransferList list) {
        List<String> pending = list.allPackages().stream()
                .filter(pack -> pack.decision() == Decision.PENDING)
                .map(OfferedPackage::packageNumber)
                .toList();
        switch (list.state()) {
            case DRAFT -> {
                if (pending.isEmpty()) {
                    list.add(
                            PACKAGES.stream()
                                    .map(one -> Handover.facts(one, "婚姻登记"))
                                    .toList(),
                            ARCHIVIST,
                            NOW);
                } else {
                    list.submit(ARCHIVIST, NOW, Handover::measure);
                }
            }
            case SUBMITTED -> list.receive(REVIEWER, NOW);
            case UNDER_REVIEW -> {
                if (list.isConcluded()) {
                    sign(list, Party.WINDOW);
                } else if (list.awaitsDetection()) {
                    list.tested(pending.stream()
                            .map(one -> new TestResult(one, Outcome.PASSED, "r"))
                            .toList());
                } else if (list.doubts().stream().anyMatch(Doubt::isOpen)) {
                    list.doubts().stream()
                            .filter(Doubt::isOpen)
                            .forEach(doubt -> list.advise(doubt.id(), "印章清晰，可以接收", COLLEAGUE, NOW));
                } else if (pending.isEmpty()) {
                    list.conclude(REVIEWER, NOW, Handover::measure);
                } else {
                    list.accept(pending, "已经人工核对", REVIEWER, NOW);
                }
            }
            case SIGNED_BY_ONE -> sign(list, list.signatureOf(Party.WINDOW).isPresent() ? Party.AGENCY : Party.WINDOW);
            case SIGNED ->
                list.held(
                        list.packages(list.version()).stream()
                                .collect(Collectors.toMap(
                                        OfferedPackage::packageNumber, pack -> "J019-" + pack.packageNumber())),
                        REVIEWER,
                        NOW);
            default -> {
                // Nothing is left to do.
            }
        }
    }

    private static void sign(TransferList list, Party party) {
        if (list.current().isPresent()) {
            list.sign(Handover.signed(list, party));
        }
    }

    private static void signForTheOther(TransferList list) {
        if (list.current().isPresent()) {
            Signed window = Handover.signed(list, Party.WINDOW);
            list.sign(new Signed(
                    Party.AGENCY,
                    window.userName(),
                    window.displayName(),
                    window.organization(),
                    window.organizationName(),
                    window.certificate(),
                    window.listVersion(),
                    window.sm3(),
                    window.cms(),
                    null,
                    NOW));
        }
    }
}
