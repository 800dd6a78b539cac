// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guidang.detection.DetectionJob;
import org.guidang.detection.DetectionJobOpened;
import org.guidang.detection.DetectionJobRefusedException;
import org.guidang.detection.DetectionJobRow;
import org.guidang.detection.DetectionJobRow.State;
import org.guidang.detection.DetectionJobState;
import org.guidang.detection.core.Forecast;
import org.guidang.shared.Outcome;

/** Batches as people look at them, in the caller's transaction. */
@ApplicationScoped
public class JobShelf {

    @PersistenceContext(unitName = "archive")
    EntityManager database;

    @Inject
    Event<DetectionJobOpened> opened;

    @Inject
    Clock clock;

    public Optional<DetectionJob> find(String id) {
        return Optional.ofNullable(database.find(DetectionJob.class, id));
    }

    /** Newest first. */
    public List<DetectionJob> of(String organization, int offset, int limit) {
        return database.createQuery(
                        "select j from DetectionJob j where j.organization = :organization"
                                + " order by j.createdAt desc, j.id",
                        DetectionJob.class)
                .setParameter("organization", organization)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    public long count(String organization) {
        return database.createQuery(
                        "select count(j) from DetectionJob j where j.organization = :organization", Long.class)
                .setParameter("organization", organization)
                .getSingleResult();
    }

    public List<DetectionJobRow> rows(DetectionJob job, int offset, int limit) {
        return database.createQuery(
                        "select r from DetectionJobRow r where r.job = :job order by r.position", DetectionJobRow.class)
                .setParameter("job", job.id())
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Where the batch stands, counted over its rows. */
    public Standing standing(DetectionJob job) {
        Map<State, Long> states = new EnumMap<>(State.class);
        Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        for (Object[] row : database.createQuery(
                        "select r.state, r.outcome, count(r) from DetectionJobRow r where r.job = :job"
                                + " group by r.state, r.outcome",
                        Object[].class)
                .setParameter("job", job.id())
                .getResultList()) {
            states.merge((State) row[0], (Long) row[2], Long::sum);
            if (row[1] != null) {
                outcomes.merge((Outcome) row[1], (Long) row[2], Long::sum);
            }
        }
        return new Standing(states, outcomes, secondsLeft(job, states));
    }

    /** Counts by state and by outcome, and the forecast. */
    public record Standing(Map<State, Long> states, Map<Outcome, Long> outcomes, Long secondsLeft) {}

    private Long secondsLeft(DetectionJob job, Map<State, Long> states) {
        if (job.state() != DetectionJobState.RUNNING) {
            return null;
        }
        List<Instant> last = database.createQuery(
                        "select r.endedAt from DetectionJobRow r where r.job = :job and r.endedAt is not null"
                                + " order by r.endedAt desc",
                        Instant.class)
                .setParameter("job", job.id())
                .setMaxResults(Forecast.LAST + 1)
                .getResultList();
        long left = states.getOrDefault(State.WAITING, 0L) + states.getOrDefault(State.TAKEN, 0L);
        return last.isEmpty()
                ? null
                : Forecast.left(last.get(last.size() - 1), last.get(0), last.size() - 1, left)
                        .map(java.time.Duration::toSeconds)
                        .orElse(null);
    }

    /** Goes on with what waits, and tries again what broke, unless another batch has it by now. */
    public void resume(DetectionJob job) {
        Instant now = clock.instant();
        for (DetectionJobRow row : database.createQuery(
                        "select r from DetectionJobRow r where r.job = :job and r.state = :broken",
                        DetectionJobRow.class)
                .setParameter("job", job.id())
                .setParameter("broken", State.BROKEN)
                .getResultList()) {
            String key = DetectionJobRow.keyOf(
                    job.phase(), job.subject().orElse(""), row.packageNumber(), row.packageVersion());
            long elsewhere = database.createQuery(
                            "select count(r) from DetectionJobRow r where r.openKey = :key", Long.class)
                    .setParameter("key", key)
                    .getSingleResult();
            if (elsewhere > 0) {
                throw DetectionJobRefusedException.elsewhere(row.packageNumber());
            }
            row.retry(job, now);
        }
        job.resume();
        opened.fire(new DetectionJobOpened(job.id()));
    }
}
