// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guidang.audit.control.OperationLog;
import org.guidang.detection.DetectionJob;
import org.guidang.detection.DetectionJobRefusedException;
import org.guidang.detection.DetectionJobRow.State;
import org.guidang.detection.Phase;
import org.guidang.detection.control.JobBook;
import org.guidang.detection.control.JobShelf;
import org.guidang.organization.Role;
import org.guidang.organization.control.CurrentActor;
import org.guidang.packaging.ArchivalPackage;
import org.guidang.packaging.PackageCriteria;
import org.guidang.packaging.PackageNumber;
import org.guidang.packaging.PackageRepository;
import org.guidang.packaging.PackageState;
import org.guidang.packaging.PackageVersion;
import org.guidang.shared.Actor;
import org.guidang.shared.Outcome;

/**
 * Batches of detections (批量检测): thousands of packages in the background, with progress, stop and resume. A window opens
 * its own; each side sees those of its own organization.
 */
@Stateless
@RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
public class DetectionJobs {

    /** Most packages in one batch. */
    public static final int MOST = 20_000;

    private static final int PAGE = 1000;

    @Inject
    PackageRepository packages;

    @Inject
    JobBook book;

    @Inject
    JobShelf shelf;

    @Inject
    CurrentActor currentActor;

    @Inject
    OperationLog log;

    /** Opens a batch over the newest versions of these packages, all of which must be the window's own. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST})
    public DetectionJobView open(List<PackageNumber> numbers) {
        requireSize(numbers.size());
        String window = currentActor.get().organization();
        List<PackageVersion> found = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (PackageNumber number : numbers) {
            packages.latest(number)
                    .filter(pack -> pack.description().windowCode().equals(window))
                    .map(ArchivalPackage::id)
                    .ifPresentOrElse(found::add, () -> unknown.add(number.value()));
        }
        if (!unknown.isEmpty()) {
            throw DetectionJobRefusedException.packages(
                    unknown.size(), String.join("、", unknown.subList(0, Math.min(20, unknown.size()))));
        }
        return opened(found);
    }

    /** Opens a batch over the window's packages that were never tested, {@value #MOST} of them at most. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST})
    public DetectionJobView openAll() {
        PackageCriteria waiting = PackageCriteria.in(PackageState.FIXED)
                .ofWindow(currentActor.get().organization());
        List<PackageVersion> found = new ArrayList<>();
        for (List<ArchivalPackage> page = packages.list(waiting, 0, PAGE);
                !page.isEmpty() && found.size() < MOST;
                page = packages.list(waiting, found.size(), PAGE)) {
            page.forEach(pack -> found.add(pack.id()));
        }
        requireSize(found.size());
        return opened(found);
    }

    private static void requireSize(long count) {
        if (count < 1 || count > MOST) {
            throw DetectionJobRefusedException.size(count, MOST);
        }
    }

    private DetectionJobView opened(List<PackageVersion> found) {
        Actor actor = currentActor.get();
        DetectionJob job = book.open(Phase.ARCHIVING, null, found, actor);
        log.record(
                "detection-job.open",
                "detection-job",
                job.id(),
                "done",
                Map.of("packages", String.valueOf(job.packages())));
        return view(job);
    }

    public List<DetectionJobView> list(int offset, int limit) {
        return shelf.of(currentActor.get().organization(), offset, limit).stream()
                .map(this::view)
                .toList();
    }

    public long count() {
        return shelf.count(currentActor.get().organization());
    }

    public DetectionJobView get(String id) {
        return view(own(id));
    }

    /** The packages of a batch, in its order. */
    public List<DetectionJobRowView> rows(String id, int offset, int limit) {
        return shelf.rows(own(id), offset, limit).stream()
                .map(DetectionJobRowView::of)
                .toList();
    }

    /** Begins nothing more; what is under way is finished and stored. */
    public DetectionJobView stop(String id) {
        DetectionJob job = own(id);
        job.stop();
        log.record("detection-job.stop", "detection-job", id, "done", Map.of());
        return view(job);
    }

    /** Goes on with what waits, and tries again what could not be tested. */
    public DetectionJobView resume(String id) {
        DetectionJob job = own(id);
        shelf.resume(job);
        log.record("detection-job.resume", "detection-job", id, "done", Map.of());
        return view(job);
    }

    private DetectionJob own(String id) {
        String organization = currentActor.get().organization();
        return shelf.find(id)
                .filter(job -> job.organization().equals(organization))
                .orElseThrow(() -> DetectionJobRefusedException.unknown(id));
    }

    private DetectionJobView view(DetectionJob job) {
        JobShelf.Standing standing = shelf.standing(job);
        long passed = standing.outcomes().getOrDefault(Outcome.PASSED, 0L);
        long failed = standing.outcomes().getOrDefault(Outcome.FAILED, 0L);
        long done = standing.states().getOrDefault(State.DONE, 0L);
        return new DetectionJobView(
                job.id(),
                job.phase(),
                job.subject().orElse(null),
                job.requestedName(),
                job.state(),
                job.packages(),
                standing.states().getOrDefault(State.WAITING, 0L),
                standing.states().getOrDefault(State.TAKEN, 0L),
                done,
                passed,
                failed,
                done - passed - failed,
                standing.states().getOrDefault(State.BROKEN, 0L),
                standing.secondsLeft(),
                job.createdAt(),
                job.endedAt());
    }
}
