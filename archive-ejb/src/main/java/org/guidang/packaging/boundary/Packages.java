// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guidang.audit.control.OperationLog;
import org.guidang.intake.ApplicationNumber;
import org.guidang.organization.Role;
import org.guidang.organization.control.CurrentActor;
import org.guidang.packaging.ArchivalPackage;
import org.guidang.packaging.PackageCriteria;
import org.guidang.packaging.PackageNumber;
import org.guidang.packaging.PackageRepository;
import org.guidang.packaging.PackageState;
import org.guidang.packaging.PackageUnknownException;
import org.guidang.packaging.PackageVersion;
import org.guidang.packaging.control.PackageAssembly;
import org.guidang.packaging.control.PackageDesk;
import org.guidang.packaging.control.PackageFiles;
import org.guidang.packaging.core.LateTime;
import org.guidang.shared.Actor;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.BusinessRuleException.Kind;
import org.guidang.shared.ContentStore;

/**
 * Archival packages (归档信息包). A window sees those it made, an agency those that were offered to it; any other number
 * is as unknown as one that does not exist.
 */
@Stateless
public class Packages {

    /**
     * A time-stamp beside its package.
     *
     * @param suffix what its name adds to the name of the zip
     */
    public record TimeBeside(String suffix, byte[] octets) {}

    @Inject
    PackageRepository packages;

    @Inject
    PackageFiles files;

    @Inject
    ContentStore contents;

    @Inject
    CurrentActor currentActor;

    @Inject
    OperationLog log;

    @Inject
    PackageAssembly assembly;

    @Inject
    PackageDesk desk;

    /**
     * Builds and fixes the package of an arranged case: version 1. On return its octets are on disk and it is FIXED; when
     * no time-stamp authority answers, its time-stamp is pending. Nothing remains of a build that fails.
     *
     * @throws org.guidang.shared.BusinessRuleException UNKNOWN for a foreign case, CONFLICT when it is not arranged or has
     *     a package, UNAVAILABLE when time-stamps have been missing for too long
     */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST})
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public PackageVersion build(ApplicationNumber application) {
        return assembly.build(application, null, currentActor.get());
    }

    /**
     * Builds and fixes the next version from the case as it is arranged now; it names the return it answers, where the
     * current version was returned.
     *
     * @throws org.guidang.shared.BusinessRuleException CONFLICT when the current version is registered or further and was
     *     not returned, or when the case is not arranged
     */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST})
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public PackageVersion rebuild(PackageNumber number) {
        Actor actor = currentActor.get();
        return assembly.build(desk.caseOf(number, actor), number, actor);
    }

    /** Arranged cases of the caller's window that no package was ever made of, those closed longest ago first. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST})
    public List<ApplicationNumber> toBuild(int limit) {
        return packages.casesToPack(currentActor.get().organization(), limit).stream()
                .map(ApplicationNumber::new)
                .toList();
    }

    /** How many {@link #toBuild} would give without its limit. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST})
    public long countToBuild() {
        return packages.countCasesToPack(currentActor.get().organization());
    }

    /** The current version of a package. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public PackageRow latest(PackageNumber number) {
        List<PackageRow> visible = versions(number);
        return visible.get(visible.size() - 1);
    }

    /** The newest version of each of these packages that the caller may see; a number of which none is seen is left out. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST})
    public Map<PackageNumber, PackageRow> latest(Collection<PackageNumber> numbers) {
        Actor actor = currentActor.get();
        Map<PackageNumber, PackageRow> rows = new HashMap<>();
        packages.latest(numbers).values().stream()
                .filter(pack -> mayBeSeenBy(pack, actor))
                .forEach(pack -> rows.put(pack.number(), PackageRow.of(pack)));
        return rows;
    }

    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public PackageRow get(PackageVersion version) {
        return PackageRow.of(visible(version));
    }

    /** All versions of a package that the caller may see, first to last; never empty. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public List<PackageRow> versions(PackageNumber number) {
        Actor actor = currentActor.get();
        List<PackageRow> visible = packages.versions(number).stream()
                .filter(pack -> mayBeSeenBy(pack, actor))
                .map(PackageRow::of)
                .toList();
        if (visible.isEmpty()) {
            throw new PackageUnknownException(number);
        }
        return visible;
    }

    /** Package versions within the caller's sight, by number and version; {@code limit} at most 1000. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public List<PackageRow> list(PackageCriteria criteria, int offset, int limit) {
        return packages.list(withinSight(criteria), offset, limit).stream()
                .map(PackageRow::of)
                .toList();
    }

    /** How many {@link #list} would give without its limit. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public long count(PackageCriteria criteria) {
        return packages.count(withinSight(criteria));
    }

    /** 待补时间戳: versions within the caller's sight that no time-stamp authority has seen yet. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public long countTimeStampPending() {
        return count(PackageCriteria.in().timeStampPending(true));
    }

    /**
     * 待补时间戳 of the whole installation.
     *
     * @param packages how many wait
     * @param since when the one that waits longest was fixed; null when none waits
     */
    public record TimeStampDebt(long packages, Instant since) {}

    /** For those who look after the installation: a number, no record. */
    @RolesAllowed({Role.SYSTEM_ADMIN, Role.AUDITOR})
    public TimeStampDebt timeStampDebt() {
        return new TimeStampDebt(
                packages.count(PackageCriteria.in().timeStampPending(true)),
                desk.oldestPending().orElse(null));
    }

    /** Queue "fixed, to be tested" and the like: the current versions in one state. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public List<PackageRow> inState(PackageState state, int offset, int limit) {
        return list(PackageCriteria.in(state), offset, limit);
    }

    /** How many {@link #inState} would give without its limit. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public long countInState(PackageState state) {
        return count(PackageCriteria.in(state));
    }

    /**
     * The zip, checked against its fixity while it is read. The caller closes the stream.
     *
     * @throws UncheckedIOException when the octets cannot be read
     */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public InputStream open(PackageVersion version) {
        ArchivalPackage pack = visible(version);
        log.record("package.open", "package", version.toString(), "done", Map.of());
        try {
            return contents.open(pack.fixing().zip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The proof of time that came after fixing and lies beside the zip.
     *
     * @throws org.guidang.shared.BusinessRuleException UNKNOWN when the zip holds its time-stamp, or none came yet
     */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public TimeBeside laterTime(PackageVersion version) {
        ArchivalPackage pack = visible(version);
        try {
            byte[] proof = files.laterToken(pack)
                    .orElseThrow(() -> new BusinessRuleException(
                            Kind.UNKNOWN, "packaging.later-time.none", version.packageNumber(), version.version()));
            return new TimeBeside(LateTime.suffix(proof), proof);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private ArchivalPackage visible(PackageVersion version) {
        Actor actor = currentActor.get();
        return packages.find(version)
                .filter(pack -> mayBeSeenBy(pack, actor))
                .orElseThrow(() -> new PackageUnknownException(version));
    }

    private PackageCriteria withinSight(PackageCriteria criteria) {
        Actor actor = currentActor.get();
        return worksAtWindow(actor)
                ? criteria.ofWindow(actor.organization())
                : criteria.offeredTo(actor.organization());
    }

    private static boolean mayBeSeenBy(ArchivalPackage pack, Actor actor) {
        return worksAtWindow(actor)
                ? pack.description().windowCode().equals(actor.organization())
                : pack.isOffered() && pack.description().agencyCode().equals(actor.organization());
    }

    private static boolean worksAtWindow(Actor actor) {
        return actor.has(Role.WINDOW_CLERK) || actor.has(Role.WINDOW_ARCHIVIST);
    }
}
