// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.registry.core;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guidang.packaging.core.Layout;
import org.guidang.packaging.core.zip.GuardedZip;
import org.guidang.packaging.core.zip.ZipEntryInfo;
import org.guidang.packaging.core.zip.ZipLimits;
import org.guidang.packaging.core.zip.ZipRefusedException;
import org.guidang.registry.Counted;

/**
 * Counts the files of the case in a package by looking (清点): every file in it, without metadata documents at the top,
 * their schemas, and the fixing information.
 */
public final class Stocktaking {

    /** Folders of a package that hold no file of the case; metadata documents lie at the top. */
    private static final Set<String> OURS = Stream.of(Layout.DAT_85_2019, Layout.GBT_42727_2023)
            .flatMap(layout -> Stream.of(layout.fixingFolder(), layout.schemaFolder()))
            .collect(Collectors.toUnmodifiableSet());

    private Stocktaking() {}

    /** @throws IOException when the file cannot be read or is no sound zip */
    public static Counted of(Path zip) throws IOException {
        int files = 0;
        long octets = 0;
        try (GuardedZip opened = GuardedZip.open(zip, ZipLimits.STANDARD)) {
            if (!opened.isSound()) {
                throw new ZipRefusedException(opened.findings().get(0));
            }
            for (ZipEntryInfo entry : opened.entries()) {
                if (!entry.isFolder() && isOfTheCase(entry.name())) {
                    files++;
                    octets += entry.size();
                }
            }
        }
        return new Counted(files, octets);
    }

    private static boolean isOfTheCase(String path) {
        int folder = path.indexOf('/');
        return folder > 0 && !OURS.contains(path.substring(0, folder));
    }
}
