// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.guidang.audit.control.OperationLog;
import org.guidang.shared.Actor;
import org.guidang.shared.Fixity;
import org.guidang.shared.Outcome;
import org.guidang.storage.EvidenceFacts;
import org.guidang.storage.EvidenceRepository;
import org.guidang.storage.Holding;
import org.guidang.storage.HoldingEvidence;
import org.guidang.storage.HoldingRepository;
import org.guidang.storage.Provenance;

/** The short transactions around evidence records: what is due before, what was stored after. */
@ApplicationScoped
class EvidenceLedger {

    /**
     * A stored package that is to be proved.
     *
     * @param path of the zip in the object
     */
    record Subject(String archivalCode, String objectId, String path, String agency, Fixity zip, Instant heldAt) {}

    /** A record that is to be renewed or checked, with what it is about. */
    record Task(HoldingEvidence.Key key, EvidenceFacts facts, Subject subject) {}

    @Inject
    EvidenceRepository evidence;

    @Inject
    HoldingRepository holdings;

    @Inject
    OperationLog log;

    @Inject
    Clock clock;

    @Transactional(TxType.REQUIRES_NEW)
    public List<Subject> due(int limit) {
        return evidence.due(limit).stream().map(EvidenceLedger::subject).toList();
    }

    /** What a question to the repository finds. */
    @Transactional(TxType.REQUIRES_NEW)
    public List<Task> tasks(Function<EvidenceRepository, List<HoldingEvidence>> question) {
        return question.apply(evidence).stream()
                .map(row -> new Task(
                        row.key(),
                        row.facts(),
                        subject(holdings.find(row.key().archivalCode()).orElseThrow())))
                .toList();
    }

    /**
     * The first records of a holding lie in its object.
     *
     * @param facts by branch
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void made(Subject subject, Map<String, EvidenceFacts> facts) {
        Holding holding = holdings.find(subject.archivalCode()).orElseThrow();
        if (holding.isEvidenced()) {
            return;
        }
        holding.evidenced(now());
        facts.forEach((branch, each) -> evidence.add(
                new HoldingEvidence(new HoldingEvidence.Key(subject.archivalCode(), branch), subject.agency(), each)));
        facts.forEach((branch, each) -> record("evidence.make", subject, branch, "done", each));
    }

    /** A renewed record lies in the object. */
    @Transactional(TxType.REQUIRES_NEW)
    public void renewed(Task task, EvidenceFacts facts) {
        evidence.find(task.key()).orElseThrow().renewed(facts);
        record("evidence.renew", task.subject(), task.key().branch(), "done", facts);
    }

    /** A record was checked; what speaks against it is logged, what holds is only noted in the row. */
    @Transactional(TxType.REQUIRES_NEW)
    public void checked(Task task, Outcome outcome, String code) {
        evidence.find(task.key()).orElseThrow().checked(outcome, code, now());
        if (outcome != Outcome.PASSED) {
            record("evidence.check", task.subject(), task.key().branch(), code, task.facts());
        }
    }

    private void record(String operation, Subject subject, String branch, String result, EvidenceFacts facts) {
        log.recordFor(
                new Actor("system", "系统", subject.agency(), Set.of()),
                operation,
                "holding",
                subject.archivalCode(),
                result,
                Map.of(
                        "branch", branch,
                        "algorithm", facts.algorithm(),
                        "sm3", facts.record().sm3(),
                        "provenAt", facts.provenAt().toString(),
                        "timeStamps", String.valueOf(facts.timeStamps())));
    }

    private static Subject subject(Holding holding) {
        Provenance from = holding.provenance();
        return new Subject(
                holding.archivalCode(),
                holding.objectId(),
                "package/%s-v%d.zip".formatted(from.packageNumber(), from.packageVersion()),
                from.agency(),
                holding.zip(),
                holding.heldAt().orElse(holding.begunAt()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
