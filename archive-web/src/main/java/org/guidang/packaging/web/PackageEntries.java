// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guidang.packaging.PackageNumber;
import org.guidang.packaging.PackageVersion;
import org.guidang.packaging.boundary.PackageContents;
import org.guidang.packaging.core.PackageEntry;
import org.guidang.shared.web.Download;

/** The files of a package beside other things, read once per request; and one of them, to be kept and opened elsewhere. */
@Named
@RequestScoped
public class PackageEntries {

    @Inject
    PackageContents contents;

    private final Map<PackageVersion, List<PackageEntry>> read = new HashMap<>();
    private String number;
    private int version;
    private String path;

    public List<PackageEntry> of(String number, int version) {
        return read.computeIfAbsent(new PackageVersion(number, version), contents::entries);
    }

    /** Sends the file as a file, never inline: its content is not ours. */
    public void download() {
        PackageVersion wanted = new PackageVersion(new PackageNumber(number), version);
        String name = path.substring(path.lastIndexOf('/') + 1);
        Download.save(name, "application/octet-stream", out -> contents.write(wanted, path, out));
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public String getPath() {
        return path;
    }

    public void setPath(String path) {
        this.path = path;
    }
}
