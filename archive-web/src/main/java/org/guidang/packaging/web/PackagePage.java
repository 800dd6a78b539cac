// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import org.guidang.packaging.PackageNumber;
import org.guidang.packaging.PackageState;
import org.guidang.packaging.boundary.PackageRow;
import org.guidang.packaging.boundary.Packages;
import org.guidang.shared.web.Download;

/** One version of one package: what it says of its case, how it was fixed, and what became of it. */
@Named
@ViewScoped
public class PackagePage implements Serializable {

    @Inject
    Packages packages;

    private String number;
    private Integer version;
    private List<PackageRow> versions = List.of();
    private PackageRow pack;

    /** Finds the version the address names, the newest when it names none. */
    public void load() {
        PackageNumber known = new PackageNumber(number);
        versions = packages.versions(known);
        pack = versions.stream()
                .filter(each -> version == null || each.version() == version)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new org.guidang.packaging.PackageUnknownException(known));
    }

    /** Sends the zip; its digest is checked while it is read. */
    public void download() {
        load();
        Download.save(pack.number() + "-v" + pack.version() + ".zip", "application/zip", out -> {
            try (InputStream zip = packages.open(pack.id())) {
                zip.transferTo(out);
            }
        });
    }

    /** Sends the time-stamp that came after fixing, under the name by which it is found beside the zip. */
    public void downloadLaterTime() {
        load();
        Packages.TimeBeside later = packages.laterTime(pack.id());
        Download.save(
                pack.number() + "-v" + pack.version() + ".zip" + later.suffix(),
                "application/octet-stream",
                out -> out.write(later.octets()));
    }

    public PackageRow getPack() {
        return pack;
    }

    public List<PackageRow> getVersions() {
        return versions;
    }

    /** Whether the archiving detection may run now. */
    public boolean isTestable() {
        return pack.state() == PackageState.FIXED || pack.state() == PackageState.DETECTED;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public Integer getVersion() {
        return version;
    }

    public void setVersion(Integer version) {
        this.version = version;
    }
}
