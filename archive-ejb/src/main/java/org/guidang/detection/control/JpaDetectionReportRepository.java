// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guidang.detection.DetectionReport;
import org.guidang.detection.DetectionReportRepository;
import org.guidang.detection.Phase;
import org.guidang.detection.ReportHead;
import org.guidang.detection.UnknownReportException;
import org.guidang.shared.control.Portions;

/** Detection reports in the database. */
@ApplicationScoped
public class JpaDetectionReportRepository implements DetectionReportRepository {

    @PersistenceContext(unitName = "archive")
    EntityManager database;

    @Override
    public void add(DetectionReport report) {
        database.persist(report);
    }

    @Override
    public DetectionReport get(String id) {
        return find(id).orElseThrow(() -> new UnknownReportException(id));
    }

    @Override
    public Optional<DetectionReport> find(String id) {
        return Optional.ofNullable(database.find(DetectionReport.class, id));
    }

    @Override
    public Optional<ReportHead> head(String id) {
        return database.createQuery(
                        "select new org.guidang.detection.ReportHead("
                                + "r.packageNumber, r.packageVersion, r.id, r.outcome) from DetectionReport r where r.id = :id",
                        ReportHead.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<DetectionReport> latest(String packageNumber, Phase phase) {
        return database
                .createQuery(
                        "select r from DetectionReport r where r.packageNumber = :number and r.phase = :phase"
                                + " order by r.packageVersion desc, r.endedAt desc, r.id",
                        DetectionReport.class)
                .setParameter("number", packageNumber)
                .setParameter("phase", phase)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    @Override
    public Map<String, ReportHead> latestOf(Collection<String> packageNumbers, Phase phase) {
        Map<String, ReportHead> found = new HashMap<>();
        Portions.of(packageNumbers)
                .flatMap(numbers -> database
                        .createQuery(
                                "select new org.guidang.detection.ReportHead("
                                        + "r.packageNumber, r.packageVersion, r.id, r.outcome) from DetectionReport r"
                                        + " where r.packageNumber in :numbers and r.phase = :phase"
                                        + " order by r.packageVersion desc, r.endedAt desc, r.id",
                                ReportHead.class)
                        .setParameter("numbers", numbers)
                        .setParameter("phase", phase)
                        .getResultList()
                        .stream())
                .forEach(head -> found.putIfAbsent(head.packageNumber(), head));
        return found;
    }

    @Override
    public List<DetectionReport> of(String packageNumber) {
        return database.createQuery(
                        "select r from DetectionReport r where r.packageNumber = :number"
                                + " order by r.endedAt desc, r.id",
                        DetectionReport.class)
                .setParameter("number", packageNumber)
                .getResultList();
    }
}
