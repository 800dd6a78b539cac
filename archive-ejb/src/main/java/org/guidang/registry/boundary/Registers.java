// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.registry.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.guidang.audit.control.OperationLog;
import org.guidang.organization.Role;
import org.guidang.organization.control.CurrentActor;
import org.guidang.packaging.ArchivalPackage;
import org.guidang.packaging.PackageNumber;
import org.guidang.packaging.PackageRepository;
import org.guidang.packaging.PackageUnknownException;
import org.guidang.packaging.PackageVersion;
import org.guidang.registry.RegisterCriteria;
import org.guidang.registry.RegisterEntry;
import org.guidang.registry.RegisterRepository;
import org.guidang.registry.control.PackageCount;
import org.guidang.registry.core.CatalogueCsv;
import org.guidang.shared.Actor;

/** The archiving catalogue of a window (归档登记, 归档目录清单; DB43/T 第6部分 6.7). A window sees its own rows only. */
@Stateless
public class Registers {

    private static final int PAGE = 500;

    @Inject
    RegisterRepository register;

    @Inject
    PackageRepository packages;

    @Inject
    PackageCount count;

    @Inject
    CurrentActor currentActor;

    @Inject
    OperationLog log;

    @Inject
    Clock clock;

    /**
     * Counts the latest version of the package and enters it into the catalogue.
     *
     * @throws PackageUnknownException when it is not the window's
     * @throws org.guidang.packaging.DetectionNotPassedException when its archiving detection did not pass
     * @throws org.guidang.registry.CountDiffersException when the count differs from what it declares
     */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST})
    public RegisterRow register(PackageNumber number) {
        Actor actor = currentActor.get();
        ArchivalPackage pack = packages.latest(number)
                .filter(known -> known.description().windowCode().equals(actor.organization()))
                .orElseThrow(() -> new PackageUnknownException(number));
        RegisterEntry entry =
                RegisterEntry.of(pack, count.of(pack), actor, clock.instant().truncatedTo(ChronoUnit.MICROS));
        register.add(entry);
        log.record(
                "package.register",
                "package",
                pack.id().toString(),
                "done",
                Map.of(
                        "retention", entry.retention().name(),
                        "files", String.valueOf(entry.files()),
                        "octets", String.valueOf(entry.contentOctets())));
        return RegisterRow.of(entry);
    }

    /** @throws PackageUnknownException when the version is not in the window's catalogue */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST})
    public RegisterRow find(PackageVersion version) {
        String window = currentActor.get().organization();
        return register.find(version)
                .filter(entry -> entry.window().equals(window))
                .map(RegisterRow::of)
                .orElseThrow(() -> new PackageUnknownException(version));
    }

    /** Rows of the window's catalogue, newest first. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST})
    public List<RegisterRow> list(RegisterCriteria criteria, int offset, int limit) {
        return register.list(criteria.within(currentActor.get().organization()), offset, limit).stream()
                .map(RegisterRow::of)
                .toList();
    }

    /** How many {@link #list} would give without its limit. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST})
    public long count(RegisterCriteria criteria) {
        return register.count(criteria.within(currentActor.get().organization()));
    }

    /** Writes the catalogue as CSV, UTF-8 with byte order mark; the stream is flushed and not closed. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST})
    public void writeCsv(RegisterCriteria criteria, OutputStream out) throws IOException {
        RegisterCriteria mine = criteria.within(currentActor.get().organization());
        CatalogueCsv csv = new CatalogueCsv(out);
        List<RegisterEntry> page = register.list(mine, 0, PAGE);
        for (int offset = PAGE; !page.isEmpty(); offset += PAGE) {
            for (RegisterEntry entry : page) {
                csv.row(entry);
            }
            page = register.list(mine, offset, PAGE);
        }
        csv.end();
    }
}
