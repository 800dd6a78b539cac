// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.guidang.packaging.core.zip.GuardedZip;
import org.guidang.packaging.core.zip.ZipEntryInfo;
import org.guidang.packaging.core.zip.ZipLimits;
import org.guidang.packaging.core.zip.ZipRefusedException;
import org.guidang.shared.Fixity;
import org.guidang.shared.core.FixityMeter;
import org.guidang.storage.HeldFile;

/** Every file inside a package with its digests, measured on the octets, not taken from what the package says. */
public final class PackageInventory {

    private PackageInventory() {}

    /** @throws IOException when the file cannot be read or is no sound zip */
    public static List<HeldFile> of(Path zip) throws IOException {
        List<HeldFile> files = new ArrayList<>();
        try (GuardedZip opened = GuardedZip.open(zip, ZipLimits.STANDARD)) {
            if (!opened.isSound()) {
                throw new ZipRefusedException(opened.findings().get(0));
            }
            for (ZipEntryInfo entry : opened.entries()) {
                if (entry.isFolder()) {
                    continue;
                }
                try (InputStream in = opened.open(entry)) {
                    Fixity fixity = FixityMeter.measure(in);
                    files.add(new HeldFile(entry.name(), fixity.octets(), fixity.sm3(), fixity.sha256()));
                }
            }
        }
        return files;
    }
}
