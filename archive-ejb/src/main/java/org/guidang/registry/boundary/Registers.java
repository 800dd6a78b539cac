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
import java.util.stream.Stream;
import org.guidang.audit.control.OperationLog;
import org.guidang.organization.OrganizationRepository;
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
import org.guidang.registry.core.CataloguePdf;
import org.guidang.shared.Actor;
import org.guidang.shared.core.PrintFonts;

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
    OrganizationRepository organizations;

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
        CatalogueCsv csv = new CatalogueCsv(out);
        for (RegisterEntry entry : rows(criteria)) {
            csv.row(entry);
        }
        csv.end();
    }

    /** Writes the catalogue as it is printed, A4, PDF/A-3b; the stream is not closed. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST})
    public void writePdf(RegisterCriteria criteria, OutputStream out) {
        String window = organizations.get(currentActor.get().organization()).name();
        try (CataloguePdf paper = new CataloguePdf(PrintFonts.ofThisSystem(), window, out)) {
            rows(criteria).forEach(paper::row);
        }
    }

    /** The rows of the window, newest first, read in portions. */
    private Iterable<RegisterEntry> rows(RegisterCriteria criteria) {
        RegisterCriteria mine = criteria.within(currentActor.get().organization());
        Stream<RegisterEntry> all = Stream.iterate(0, offset -> offset + PAGE)
                .map(offset -> register.list(mine, offset, PAGE))
                .takeWhile(page -> !page.isEmpty())
                .flatMap(List::stream);
        return all::iterator;
    }
}
