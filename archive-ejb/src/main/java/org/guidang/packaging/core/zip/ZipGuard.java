// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.zip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.guidang.shared.Finding;

/**
 * Reads a zip to its last octet, zips inside it as well, and tells everything that is wrong. Writes nothing but a
 * temporary file of its own for a zip that is packed inside another.
 */
public final class ZipGuard {

    private static final int BUFFER = 64 * 1024;
    /** A zip packed in a zip is unpacked to disk for reading; no more than this at a time. */
    private static final long LARGEST_UNPACKED = 1L << 30;

    private final Consumer<Finding> findings;
    /** One for all entries, so that ten thousand of them leave no garbage; none is read while another is. */
    private final byte[] buffer = new byte[BUFFER];

    private boolean tooDeep;

    public ZipGuard(Consumer<Finding> findings) {
        this.findings = findings;
    }

    /** Octets of content read, in this zip and those inside it. */
    public long examine(Path file, ZipLimits limits) throws IOException {
        try (GuardedZip zip = GuardedZip.open(file, limits)) {
            return examine(zip, limits, "");
        }
    }

    private long examine(GuardedZip zip, ZipLimits limits, String within) throws IOException {
        for (Finding finding : zip.findings()) {
            report(finding, within);
        }
        long read = 0;
        for (ZipEntryInfo entry : zip.entries()) {
            if (entry.isFolder() && entry.size() == 0) {
                continue;
            }
            long left = limits.totalOctets() - read;
            if (entry.size() > left) {
                // Reported already for this zip as a whole; said again where it happens inside another.
                return read;
            }
            try {
                read += examine(zip, entry, limits.inside(left), within);
            } catch (ZipRefusedException refused) {
                if (!zip.findings().contains(refused.finding())) {
                    report(refused.finding(), within);
                }
            }
        }
        return read;
    }

    private long examine(GuardedZip zip, ZipEntryInfo entry, ZipLimits inside, String within) throws IOException {
        long read = 0;
        boolean nested;
        try (InputStream content = zip.open(entry)) {
            byte[] head = content.readNBytes(4);
            nested = head.length == 4
                    && ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt() == LocalHeaders.SIGNATURE;
            read += head.length;
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                read += count;
            }
        }
        return nested ? read + examineNested(zip, entry, inside, within + entry.name() + "!/") : read;
    }

    private long examineNested(GuardedZip zip, ZipEntryInfo entry, ZipLimits inside, String within) throws IOException {
        if (tooDeep) {
            return 0; // said once; what goes on like this is not followed further
        }
        if (inside.depth() < 1) {
            tooDeep = true;
            report(ZipFault.NESTED_TOO_DEEP.finding(), within);
            return 0;
        }
        Octets stored = zip.inPlace(entry).orElse(null);
        if (stored != null) {
            return examine(new GuardedZip(null, zip.channel(), stored, inside), inside, within);
        }
        if (entry.size() > LARGEST_UNPACKED) {
            report(ZipFault.ENTRY_TOO_LARGE.finding().expecting("≤ " + LARGEST_UNPACKED, entry.size()), within);
            return 0;
        }
        Path unpacked = Files.createTempFile("guidang-nested", ".zip");
        try (InputStream content = zip.open(entry);
                FileChannel channel = FileChannel.open(
                        unpacked,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE)) {
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                for (ByteBuffer rest = ByteBuffer.wrap(buffer, 0, count); rest.hasRemaining(); ) {
                    channel.write(rest);
                }
            }
            return examine(new GuardedZip(null, channel, Octets.of(channel), inside), inside, within);
        } finally {
            Files.deleteIfExists(unpacked);
        }
    }

    private void report(Finding finding, String within) {
        findings.accept(within.isEmpty() ? finding : finding.in(within + finding.file()));
    }
}
