// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guidang.detection.DetectionJob;
import org.guidang.detection.DetectionJobOpened;
import org.guidang.detection.DetectionJobRefusedException;
import org.guidang.detection.DetectionJobRow;
import org.guidang.detection.DetectionJobRow.State;
import org.guidang.detection.DetectionJobState;
import org.guidang.detection.DetectionReport;
import org.guidang.detection.DetectionTurn;
import org.guidang.detection.Phase;
import org.guidang.packaging.PackageVersion;
import org.guidang.shared.Actor;
import org.guidang.shared.Fixity;

/** The rows of batches: opened, taken one by one, finished; each in a short transaction of its own. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JobBook {

    private static final int TOGETHER = 500;

    @PersistenceContext(unitName = "archive")
    EntityManager database;

    @Inject
    Turns turns;

    @Inject
    ReportBook reports;

    @Inject
    Event<DetectionJobOpened> opened;

    @Inject
    Clock clock;

    /** What a worker took. */
    public record Taken(String row, DetectionJob job, PackageVersion version) {}

    /**
     * Opens a batch. Packages that wait in another batch for the same are left to that one.
     *
     * @param subject for whose sake, unique; null for none
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public DetectionJob open(Phase phase, String subject, List<PackageVersion> packages, Actor actor) {
        Instant now = clock.instant();
        turns.hold(actor.organization());
        Set<String> elsewhere = waitingElsewhere(phase, subject, packages);
        List<PackageVersion> ours = packages.stream()
                .distinct()
                .filter(each -> !elsewhere.contains(key(each, phase, subject)))
                .toList();
        if (ours.isEmpty()) {
            throw DetectionJobRefusedException.elsewhere(packages.get(0).packageNumber());
        }
        DetectionJob job = new DetectionJob(UUID.randomUUID().toString(), phase, subject, actor, ours.size(), now);
        database.persist(job);
        for (int at = 0; at < ours.size(); at++) {
            database.persist(new DetectionJobRow(
                    job, at + 1, ours.get(at).packageNumber(), ours.get(at).version(), now));
        }
        database.flush();
        opened.fire(new DetectionJobOpened(job.id()));
        return job;
    }

    private static String key(PackageVersion version, Phase phase, String subject) {
        return DetectionJobRow.keyOf(phase, subject == null ? "" : subject, version.packageNumber(), version.version());
    }

    private Set<String> waitingElsewhere(Phase phase, String subject, List<PackageVersion> packages) {
        Set<String> found = new HashSet<>();
        for (int from = 0; from < packages.size(); from += TOGETHER) {
            List<String> keys = packages.subList(from, Math.min(packages.size(), from + TOGETHER)).stream()
                    .map(each -> key(each, phase, subject))
                    .toList();
            found.addAll(database.createQuery(
                            "select r.openKey from DetectionJobRow r where r.openKey in :keys", String.class)
                    .setParameter("keys", keys)
                    .getResultList());
        }
        return found;
    }

    /** The batch opened for somebody's sake. */
    public Optional<DetectionJob> of(String subject) {
        return database.createQuery("select j from DetectionJob j where j.subject = :subject", DetectionJob.class)
                .setParameter("subject", subject)
                .getResultStream()
                .findFirst();
    }

    /** Nobody waits for the results any more: begins nothing more of it. */
    public void abandon(String subject) {
        of(subject).ifPresent(DetectionJob::stop);
    }

    /** Package versions of the batch that have a report. */
    public List<PackageVersion> tested(String subject) {
        return database.createQuery(
                        "select new org.guidang.packaging.PackageVersion(r.packageNumber, r.packageVersion)"
                                + " from DetectionJobRow r, DetectionJob j where r.job = j.id and j.subject = :subject"
                                + " and r.state = :done",
                        PackageVersion.class)
                .setParameter("subject", subject)
                .setParameter("done", State.DONE)
                .getResultList();
    }

    /** The next package of the organization that has waited longest for its turn; empty when nothing is due. */
    public Optional<Taken> take(String worker) {
        Instant now = clock.instant();
        List<String> organizations = database.createQuery(
                        "select distinct j.organization from DetectionJob j where j.state = :running and exists"
                                + " (select r from DetectionJobRow r where r.job = j.id and r.state = :waiting"
                                + " and r.notBefore <= :now)",
                        String.class)
                .setParameter("running", DetectionJobState.RUNNING)
                .setParameter("waiting", State.WAITING)
                .setParameter("now", now)
                .getResultList();
        return turns.next(organizations).flatMap(organization -> {
            DetectionTurn turn = turns.hold(organization);
            Optional<DetectionJob> job = due(organization, now);
            job.ifPresent(any -> turn.served(now));
            return job.flatMap(found -> first(found, now).map(row -> {
                row.take(worker, now);
                return new Taken(row.id(), found, new PackageVersion(row.packageNumber(), row.packageVersion()));
            }));
        });
    }

    private Optional<DetectionJob> due(String organization, Instant now) {
        return database.createQuery(
                        "select j from DetectionJob j where j.state = :running and j.organization = :organization"
                                + " and exists (select r from DetectionJobRow r where r.job = j.id"
                                + " and r.state = :waiting and r.notBefore <= :now) order by j.createdAt, j.id",
                        DetectionJob.class)
                .setParameter("running", DetectionJobState.RUNNING)
                .setParameter("organization", organization)
                .setParameter("waiting", State.WAITING)
                .setParameter("now", now)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private Optional<DetectionJobRow> first(DetectionJob job, Instant now) {
        return database.createQuery(
                        "select r from DetectionJobRow r where r.job = :job and r.state = :waiting"
                                + " and r.notBefore <= :now order by r.position",
                        DetectionJobRow.class)
                .setParameter("job", job.id())
                .setParameter("waiting", State.WAITING)
                .setParameter("now", now)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /**
     * Stores the report and the end of the work in one transaction.
     *
     * @return whether it was stored; not when the row is another worker's by now, whose report will stand
     */
    public boolean finish(Taken taken, String worker, DetectionReport report, Fixity record) {
        DetectionJobRow row = database.find(DetectionJobRow.class, taken.row());
        if (!row.isTakenBy(worker)) {
            return false;
        }
        reports.enter(report, record, taken.job().actor());
        database.flush();
        row.done(report.id(), report.outcome(), clock.instant());
        return true;
    }

    /** Writes down why a package could not be tested. */
    public void broken(Taken taken, String worker, String reason, boolean again) {
        DetectionJobRow row = database.find(DetectionJobRow.class, taken.row());
        if (row.isTakenBy(worker)) {
            row.broken(reason, again, clock.instant());
        }
    }

    /** Ends the batch when nothing of it waits or is under way; whether it has ended. */
    public boolean endIfThrough(String id) {
        boolean through = database.createQuery(
                        "select r.id from DetectionJobRow r where r.job = :job and r.state in :open", String.class)
                .setParameter("job", id)
                .setParameter("open", List.of(State.WAITING, State.TAKEN))
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
        if (!through) {
            return false;
        }
        DetectionJob job = database.find(DetectionJob.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (job.state() != DetectionJobState.ENDED) {
            job.end(clock.instant());
        }
        return true;
    }

    /**
     * Gives back what workers had that are gone: those of this node but the ones at work, and any whose lease has run out.
     *
     * @param atWork workers of this node as it runs now
     */
    public void releaseLost(String node, Set<String> atWork) {
        Instant now = clock.instant();
        database.createQuery(
                        "select r from DetectionJobRow r where r.state = :taken"
                                + " and (r.takenBy like :node or r.notBefore < :now)",
                        DetectionJobRow.class)
                .setParameter("taken", State.TAKEN)
                .setParameter("node", node + "#%")
                .setParameter("now", now)
                .getResultStream()
                .filter(row -> atWork.stream().noneMatch(row::isTakenBy))
                .toList()
                .forEach(row -> row.release(now));
    }

    /** Batches that go on. One of them has nothing to do when the server was killed between its last package and its end. */
    public List<String> running() {
        return database.createQuery("select j.id from DetectionJob j where j.state = :running", String.class)
                .setParameter("running", DetectionJobState.RUNNING)
                .getResultList();
    }
}
