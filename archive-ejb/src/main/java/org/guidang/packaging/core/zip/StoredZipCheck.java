// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.guidang.shared.Finding;

/**
 * Holds a zip octet by octet against the form in which we write zips, contents aside. What differs was not written by us
 * or was changed since; the contents are judged elsewhere, by their digests.
 */
public final class StoredZipCheck {

    private final Octets zip;
    private final Consumer<Finding> findings;

    private StoredZipCheck(Octets zip, Consumer<Finding> findings) {
        this.zip = zip;
        this.findings = findings;
    }

    /** Reports every structure that differs, each with the octet where it begins to differ. */
    public static void check(GuardedZip zip, Consumer<Finding> findings) throws IOException {
        new StoredZipCheck(zip.octets(), findings).compare(zip.entries());
    }

    private void compare(List<ZipEntryInfo> entries) throws IOException {
        List<StoredZip.Written> written = new ArrayList<>();
        long place = 0;
        for (ZipEntryInfo entry : entries) {
            written.add(new StoredZip.Written(entry.name(), entry.crc(), entry.size(), place));
            byte[] header = StoredZip.localHeader(entry.name(), entry.crc(), entry.size());
            compare(header, place, entry.name());
            place += header.length + entry.size();
        }
        long directory = place;
        for (StoredZip.Written entry : written) {
            byte[] header = StoredZip.directoryHeader(entry);
            compare(header, place, entry.name());
            place += header.length;
        }
        byte[] end = StoredZip.end(written, directory, place - directory);
        compare(end, place, "");
        if (place + end.length != zip.length()) {
            findings.accept(ZipFault.NOT_AS_WRITTEN
                    .at(place + end.length)
                    .expecting(String.valueOf(place + end.length), zip.length()));
        }
    }

    private void compare(byte[] expected, long place, String entry) throws IOException {
        ByteBuffer found = zip.upTo(place, expected.length);
        int differs = found.mismatch(ByteBuffer.wrap(expected));
        if (differs >= 0) {
            findings.accept(ZipFault.NOT_AS_WRITTEN
                    .at(place + differs)
                    .in(entry)
                    .expecting(
                            differs < expected.length ? hex(expected[differs]) : "",
                            differs < found.limit() ? hex(found.get(differs)) : ""));
        }
    }

    private static String hex(byte octet) {
        return HexFormat.of().toHexDigits(octet);
    }
}
