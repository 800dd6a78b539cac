// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.guidang.detection.DetectionJobState;
import org.guidang.detection.boundary.DetectionJobRowView;
import org.guidang.detection.boundary.DetectionJobView;
import org.guidang.detection.boundary.DetectionJobs;
import org.guidang.shared.web.PageMessages;
import org.guidang.shared.web.PagedRows;

/** The batches of the caller's organization, or one of them with its packages; asked anew with every look. */
@Named
@ViewScoped
public class JobsPage implements Serializable {

    private static final int NEWEST = 50;

    @Inject
    DetectionJobs jobs;

    @Inject
    PageMessages messages;

    private String id;
    private transient List<DetectionJobView> list;
    private transient DetectionJobView job;
    private transient PagedRows<DetectionJobRowView> rows;

    /** Refused when there is no such batch, or none that the caller may know of. */
    public void load() {
        job = jobs.get(id);
    }

    /** What was shown is read again. */
    public void look() {
        list = null;
        job = null;
    }

    public List<DetectionJobView> getList() {
        if (list == null) {
            list = jobs.list(0, NEWEST);
        }
        return list;
    }

    public DetectionJobView getJob() {
        if (job == null) {
            job = jobs.get(id);
        }
        return job;
    }

    public PagedRows<DetectionJobRowView> getRows() {
        if (rows == null) {
            rows = new PagedRows<>((offset, limit) -> jobs.rows(id, offset, limit), () -> getJob().packages());
        }
        return rows;
    }

    public void stop(String which) {
        act(() -> jobs.stop(which), "jobs.stopped");
    }

    public void resume(String which) {
        act(() -> jobs.resume(which), "jobs.resumed");
    }

    private void act(PageMessages.Deed deed, String words) {
        look();
        if (messages.attempt(deed)) {
            messages.done(words);
        }
    }

    /** Whether a look again may show something else. */
    public boolean isMoving() {
        return id == null ? getList().stream().anyMatch(JobsPage::moves) : moves(getJob());
    }

    private static boolean moves(DetectionJobView one) {
        return one.state() == DetectionJobState.RUNNING || one.underWay() > 0;
    }

    /** How long it will take, rounded up, in {@link #unit}. */
    public long left(DetectionJobView one) {
        long size = "seconds".equals(unit(one)) ? 1 : "minutes".equals(unit(one)) ? 60 : 3600;
        return (one.secondsLeft() + size - 1) / size;
    }

    public String unit(DetectionJobView one) {
        return one.secondsLeft() < 90 ? "seconds" : one.secondsLeft() < 5400 ? "minutes" : "hours";
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
