// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.UUID;
import org.guidang.intake.ApplicationNumber;
import org.guidang.packaging.PackageNumber;
import org.guidang.packaging.PackageVersion;
import org.guidang.packaging.core.BuiltPackage;
import org.guidang.packaging.core.Layout;
import org.guidang.packaging.core.ManifestSealer;
import org.guidang.packaging.core.PackageBuilder;
import org.guidang.packaging.core.PackageContent;
import org.guidang.packaging.core.SigningSealer;
import org.guidang.seal.control.Keys;
import org.guidang.seal.control.SealSettings;
import org.guidang.seal.control.TimeStamps;
import org.guidang.seal.core.TimeStampAuthority;
import org.guidang.shared.Actor;
import org.guidang.shared.ContentStore;
import org.guidang.shared.Fixity;
import org.guidang.shared.control.DataDirectory;

/**
 * Builds a package: reads the case in one short transaction, writes, signs and stamps outside of any, keeps the zip, and
 * stores the version in another. A crash between leaves at most octets that nobody names.
 */
@ApplicationScoped
public class PackageAssembly {

    @Inject
    PackageDesk desk;

    @Inject
    Keys keys;

    @Inject
    TimeStamps timeStamps;

    @Inject
    SealSettings settings;

    @Inject
    ContentStore contents;

    @Inject
    DataDirectory data;

    @Inject
    Clock clock;

    /** @param answered the package to make the next version of; null for a first version */
    public PackageVersion build(ApplicationNumber application, PackageNumber answered, Actor actor) {
        PackageContent content = desk.prepare(application, answered, actor);
        timeStamps.requireWithinLimit(desk.oldestPending());
        ManifestSealer sealer = new SigningSealer(
                keys.ofOrganization(content.description().windowCode()),
                authority(),
                clock.instant(),
                keys.installation().revocation().source());
        Path building = data.folder("building").resolve(UUID.randomUUID() + ".part");
        try {
            BuiltPackage built = new PackageBuilder(Layout.DAT_85_2019, sealer).build(content, building);
            Fixity zip = contents.adopt(building);
            return desk.store(content, built.fixing(zip), actor);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("package of " + application, unreadable);
        } catch (GeneralSecurityException unsigned) {
            throw new IllegalStateException("package of " + application + " could not be signed", unsigned);
        } finally {
            remove(building);
        }
    }

    private static void remove(Path building) {
        try {
            Files.deleteIfExists(building);
        } catch (IOException left) {
            // Nobody names it; the next start clears the folder.
            building.toFile().deleteOnExit();
        }
    }

    /** Where packages wait for each other, none asks for a token of its own. */
    private TimeStampAuthority authority() {
        return settings.batching().isZero() ? timeStamps : SigningSealer.LATER;
    }
}
