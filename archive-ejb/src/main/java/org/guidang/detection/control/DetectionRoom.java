// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.guidang.detection.DetectionReport;
import org.guidang.detection.Phase;
import org.guidang.detection.Profile;
import org.guidang.detection.core.Facts;
import org.guidang.detection.core.FileResult;
import org.guidang.detection.core.PackageDetection;
import org.guidang.detection.core.Profiles;
import org.guidang.detection.core.pack.SubmittedFile;
import org.guidang.detection.core.virus.VirusScanner;
import org.guidang.packaging.ArchivalPackage;
import org.guidang.packaging.Fixing;
import org.guidang.packaging.control.PackageFiles;
import org.guidang.seal.control.Keys;
import org.guidang.shared.Actor;
import org.guidang.shared.ContentStore;

/** The engine wired to this installation: whom it trusts, its scanner, its register, its content. No transaction. */
@ApplicationScoped
public class DetectionRoom {

    @Inject
    DetectionSettings settings;

    @Inject
    Keys keys;

    @Inject
    ContentStore contents;

    @Inject
    PackageFiles files;

    @Inject
    DetectionDesk desk;

    @Inject
    ProfilesInForce inForce;

    @Inject
    Clock clock;

    private final SubmittedFile submitted = new SubmittedFile();
    private PackageDetection detection;
    private VirusScanner scanner;

    @PostConstruct
    void open() {
        detection = new PackageDetection(clock);
        scanner = settings.scanner();
    }

    /** Tests a package version of ours on its stored octets. */
    public DetectionReport examine(ArchivalPackage pack, Phase phase, Actor actor) throws IOException {
        return detection.run(
                contents.locate(pack.fixing().zip()),
                files.laterToken(pack).orElse(null),
                about(pack, actor),
                phase,
                profileOf(actor),
                facts(pack));
    }

    /** Tests again only what did not hold in the earlier report, or reads what has changed. */
    public DetectionReport again(ArchivalPackage pack, DetectionReport earlier, Actor actor) throws IOException {
        return detection.again(
                contents.locate(pack.fixing().zip()),
                files.laterToken(pack).orElse(null),
                about(pack, actor),
                earlier.phase(),
                profileOf(actor),
                facts(pack),
                earlier);
    }

    private static PackageDetection.About about(ArchivalPackage pack, Actor actor) {
        return new PackageDetection.About(pack.number().value(), pack.version(), actor);
    }

    private Facts facts(ArchivalPackage pack) {
        Fixing fixing = pack.fixing();
        return Facts.of(clock.instant(), keys.installation(), scanner)
                .registered(new Facts.Registered(fixing.zip(), fixing.files(), fixing.contentOctets()))
                .register(desk.registerOf(pack.id()));
    }

    /** Tests a zip that is not ours: nothing is registered of it, and no register is asked. */
    public DetectionReport examine(Path zip, String name, Phase phase, String profileId, Actor actor)
            throws IOException {
        return detection.run(
                zip,
                null,
                new PackageDetection.About(name, 0, actor),
                phase,
                profileId == null ? profileOf(actor) : Profiles.shipped(profileId),
                Facts.of(clock.instant(), keys.installation(), scanner));
    }

    /** Looks at a file that is not ours by itself, whatever it is. */
    public FileResult look(Path file, String name) {
        return submitted.examine(file, name, keys.installation(), clock.instant(), scanner);
    }

    /** The organization's own that is in force, else the installation's. */
    private Profile profileOf(Actor actor) {
        return inForce.of(actor.organization())
                .orElseGet(() -> Profiles.shipped(settings.profile(keys.demonstration())));
    }
}
