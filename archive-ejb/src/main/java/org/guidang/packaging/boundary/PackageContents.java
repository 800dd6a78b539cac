// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.guidang.audit.control.OperationLog;
import org.guidang.organization.Role;
import org.guidang.packaging.ArchivalPackage;
import org.guidang.packaging.PackageRepository;
import org.guidang.packaging.PackageUnknownException;
import org.guidang.packaging.PackageVersion;
import org.guidang.packaging.control.PackageFiles;
import org.guidang.packaging.core.PackageEntry;
import org.guidang.packaging.core.PackageView;

/** What lies in a package, for those who may see it ({@link Packages}); looked at file by file while reviewing. */
@Stateless
public class PackageContents {

    @Inject
    Packages packages;

    @Inject
    PackageRepository repository;

    @Inject
    PackageFiles files;

    @Inject
    OperationLog log;

    /** All files of the package in the order of the zip. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public List<PackageEntry> entries(PackageVersion version) {
        try (PackageView view = files.open(visible(version))) {
            return List.copyOf(view.entries());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Writes one file of the package; the stream is not closed. The look is logged.
     *
     * @throws PackageUnknownException when the package has no such file
     */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public void write(PackageVersion version, String path, OutputStream out) throws IOException {
        try (PackageView view = files.open(visible(version))) {
            if (view.entry(path).isEmpty()) {
                throw new PackageUnknownException(version);
            }
            log.record("package.open-file", "package", version.toString(), "done", Map.of("path", path));
            try (var octets = view.open(path)) {
                octets.transferTo(out);
            }
        }
    }

    private ArchivalPackage visible(PackageVersion version) {
        packages.get(version);
        return repository.find(version).orElseThrow(() -> new PackageUnknownException(version));
    }
}
