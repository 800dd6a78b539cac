// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guidang.shared.Actor;

/**
 * What the agency does with the packages of a list it has received (接收检测、逐件核对): results of its own detection, the
 * sample, the decisions, the end. Knows nothing of states: the list decides what is allowed when.
 */
@Embeddable
class Review {

    @Column(name = "concluded")
    private boolean concluded;

    /** Null until one was drawn. */
    @Embedded
    private Sample sample;

    @Embedded
    private ListDoubts doubts = new ListDoubts();

    ListDoubts doubts() {
        return doubts;
    }

    /** A package that is decided keeps the result it was decided by. */
    void tested(TransferList list, ListContents contents, Collection<TestResult> results) {
        Map<String, TestResult> byPackage =
                results.stream().collect(Collectors.toMap(TestResult::packageNumber, Function.identity()));
        contents.named(list, byPackage.keySet()).stream()
                .filter(pack -> pack.decision() == Decision.PENDING)
                .forEach(pack -> pack.tested(byPackage.get(pack.packageNumber())));
    }

    /**
     * @param submitted SM3 of the submitted version, which the choice follows from
     * @throws SampleException when one was drawn before
     */
    List<OfferedPackage> draw(TransferList list, ListContents contents, String submitted, Sample drawn) {
        if (sample != null) {
            throw SampleException.drawn(list.number(), sample);
        }
        sample = drawn;
        List<String> all =
                contents.on(1).stream().map(OfferedPackage::packageNumber).toList();
        List<OfferedPackage> chosen = contents.named(list, drawn.choose(submitted, all));
        chosen.forEach(OfferedPackage::draw);
        return chosen;
    }

    /** All of those named, or none; returns how many. */
    int accept(
            TransferList list,
            ListContents contents,
            Collection<String> packageNumbers,
            String note,
            Actor actor,
            Instant now) {
        List<OfferedPackage> named = contents.named(list, packageNumbers);
        named.forEach(pack -> pack.requireAcceptable(note));
        named.forEach(pack -> pack.accept(note, actor, now));
        return named.size();
    }

    /** All of those named, or none; returns how many. */
    int sendBack(
            TransferList list,
            ListContents contents,
            Collection<String> packageNumbers,
            CorrectionDemand demand,
            Actor actor,
            Instant now) {
        List<OfferedPackage> named = contents.named(list, packageNumbers);
        named.forEach(pack -> pack.sendBack(demand, actor, now));
        return named.size();
    }

    /** What would become of each package named; changes nothing. */
    BulkResult foresee(
            TransferList list, ListContents contents, BulkDecision decision, Collection<String> packageNumbers) {
        return decision.foresee(contents, doubts.openAbout(), list, packageNumbers);
    }

    /** Each package named for itself. */
    BulkResult decideEach(
            TransferList list,
            ListContents contents,
            BulkDecision decision,
            Collection<String> packageNumbers,
            Actor actor,
            Instant now) {
        return decision.carryOut(contents, doubts.openAbout(), list, packageNumbers, actor, now);
    }

    /** Sends back what was not sent back before; those keep their own reasons. Open doubts lapse. */
    void sendBackRest(List<OfferedPackage> going, CorrectionDemand demand, Actor actor, Instant now) {
        going.stream()
                .filter(pack -> pack.decision() != Decision.RETURNED)
                .forEach(pack -> pack.sendBack(demand, actor, now));
        doubts.lapse(actor, now);
    }

    /**
     * Checks that the review may end.
     *
     * @return the packages that go back then
     * @throws ReviewIncompleteException when a package is undecided or doubtful or, where the policy demands it, a drawn one
     *     unopened
     */
    List<OfferedPackage> requireComplete(TransferList list, ListContents contents) {
        int undecided = contents.decided(Decision.PENDING).size();
        if (undecided > 0) {
            throw ReviewIncompleteException.undecided(list.number(), undecided);
        }
        List<Doubt> open = doubts.open();
        if (!open.isEmpty()) {
            throw ReviewIncompleteException.doubtful(
                    list.number(), open.size(), open.get(0).packageNumber());
        }
        List<String> unopened = contents.on(1).stream()
                .filter(pack -> sample != null && sample.mustOpen())
                .filter(pack -> pack.isSampled() && pack.openedAt().isEmpty())
                .map(OfferedPackage::packageNumber)
                .toList();
        if (!unopened.isEmpty()) {
            throw ReviewIncompleteException.unopened(list.number(), unopened.size(), unopened.get(0));
        }
        return contents.decided(Decision.RETURNED);
    }

    /** Ends it: what was accepted remains on the next version, the rest is let go. */
    void conclude(ListContents contents, int next) {
        concluded = true;
        contents.decided(Decision.RETURNED).forEach(OfferedPackage::release);
        contents.decided(Decision.ACCEPTED).forEach(pack -> pack.remainOn(next));
    }

    boolean isConcluded() {
        return concluded;
    }

    Optional<Sample> sample() {
        return Optional.ofNullable(sample);
    }
}
