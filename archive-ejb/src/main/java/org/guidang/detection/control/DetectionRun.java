// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.guidang.detection.DetectionReport;
import org.guidang.detection.Phase;
import org.guidang.detection.core.report.JsonReport;
import org.guidang.packaging.ArchivalPackage;
import org.guidang.shared.Actor;
import org.guidang.shared.ContentStore;
import org.guidang.shared.Fixity;

/**
 * Tests a package version on somebody's behalf and stores the report: for a caller who is signed in, and for work that
 * goes on in the background after the caller has left.
 */
@ApplicationScoped
public class DetectionRun {

    private static final long LARGEST_RECORD = 64L * 1024 * 1024;

    @Inject
    DetectionRoom room;

    @Inject
    DetectionDesk desk;

    @Inject
    ContentStore contents;

    /**
     * Whether the actor may is for the caller to have asked. Outside any transaction; the result is stored in a short one.
     *
     * @throws IOException when the octets of the package, or the volume for the report, fail
     */
    public DetectionReport run(ArchivalPackage pack, Phase phase, Actor actor) throws IOException {
        Examined examined = examine(pack, phase, actor);
        return desk.store(examined.report(), examined.record(), actor);
    }

    /** A report that is kept but not yet entered. */
    public record Examined(DetectionReport report, Fixity record) {}

    /** As {@link #run}, for a caller who enters the report together with something of his own. */
    public Examined examine(ArchivalPackage pack, Phase phase, Actor actor) throws IOException {
        DetectionReport report = room.examine(pack, phase, actor);
        return new Examined(report, keep(report));
    }

    /** As {@link #run}, but what held in the earlier report and cannot have changed is taken over from it. */
    public DetectionReport again(ArchivalPackage pack, DetectionReport earlier, Actor actor) throws IOException {
        DetectionReport report = room.again(pack, earlier, actor);
        return desk.renew(report, keep(report), actor);
    }

    /** Keeps the report's record form; its digest goes into the log. */
    public Fixity keep(DetectionReport report) throws IOException {
        return contents.keep(new ByteArrayInputStream(JsonReport.octets(report)), LARGEST_RECORD);
    }
}
