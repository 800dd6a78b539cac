// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.zip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guidang.shared.Finding;

/**
 * A zip from outside, opened. All that is wrong with its structure is known on opening; what is wrong with an entry shows
 * while its content is read. Entries of names that lead outside can be listed and read, but there is nothing here that
 * would write them.
 */
public final class GuardedZip implements AutoCloseable {

    private static final int SMALL = 1 << 20;

    private final FileChannel owned;
    private final FileChannel channel;
    private final Octets octets;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, ZipEntryInfo> byName = new LinkedHashMap<>();
    private final List<ZipEntryInfo> entries;
    private final Map<ZipEntryInfo, Octets> data;
    private final ZipLimits limits;
    private boolean directoryRead;

    /** @throws IOException when the file cannot be read at all; a bad zip is told by {@link #findings} */
    public static GuardedZip open(Path file, ZipLimits limits) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new GuardedZip(channel, channel, Octets.of(channel), limits);
        } catch (IOException | RuntimeException unreadable) {
            channel.close();
            throw unreadable;
        }
    }

    GuardedZip(FileChannel owned, FileChannel channel, Octets zip, ZipLimits limits) throws IOException {
        this.owned = owned;
        this.channel = channel;
        this.octets = zip;
        this.limits = limits;
        this.entries = new ArrayList<>();
        this.data = readStructure(zip);
        entries.forEach(entry -> byName.putIfAbsent(entry.name(), entry));
        judgeEntries();
    }

    private Map<ZipEntryInfo, Octets> readStructure(Octets zip) throws IOException {
        if (zip.length() == 0) {
            findings.add(ZipFault.EMPTY.finding());
            return Map.of();
        }
        EndRecord end = EndRecord.find(zip, findings::add);
        if (end == null) {
            boolean begins = zip.length() >= 4 && zip.upTo(0, 4).getInt() == LocalHeaders.SIGNATURE;
            findings.add((begins ? ZipFault.NO_END_RECORD : ZipFault.NOT_A_ZIP).finding());
            return Map.of();
        }
        entries.addAll(new CentralDirectory(zip, limits, findings::add).read(end));
        directoryRead = !entries.isEmpty() || end.entries() == 0;
        return entries.isEmpty() && findings.stream().anyMatch(ZipFault::blocks)
                ? Map.of()
                : new LocalHeaders(zip, findings::add).walk(entries, end);
    }

    private void judgeEntries() {
        long total = 0;
        for (ZipEntryInfo entry : entries) {
            if (entry.isEncrypted()) {
                findings.add(ZipFault.ENCRYPTED.finding(entry.name()));
            } else if (entry.method() != ZipEntryInfo.STORED && entry.method() != ZipEntryInfo.DEFLATED) {
                findings.add(ZipFault.METHOD_UNSUPPORTED.finding(entry.name()).expecting("0, 8", entry.method()));
            }
            if (entry.isLink()) {
                findings.add(ZipFault.LINK.finding(entry.name()));
            } else if (entry.isSpecial()) {
                findings.add(ZipFault.SPECIAL_FILE.finding(entry.name()));
            }
            if (entry.isFolder() && entry.size() > 0) {
                findings.add(ZipFault.FOLDER_WITH_CONTENT.finding(entry.name()).expecting("0", entry.size()));
            }
            if (entry.size() > limits.entryOctets()) {
                findings.add(ZipFault.ENTRY_TOO_LARGE
                        .finding(entry.name())
                        .expecting("≤ " + limits.entryOctets(), entry.size()));
            }
            if (entry.size() > SMALL && entry.size() / limits.ratio() > entry.packed()) {
                findings.add(ZipFault.RATIO_TOO_HIGH
                        .finding(entry.name())
                        .expecting("≤ " + limits.ratio(), entry.size() / Math.max(1, entry.packed())));
            }
            total = Math.min(Long.MAX_VALUE / 2, total + Math.min(entry.size(), Long.MAX_VALUE / 4));
        }
        if (total > limits.totalOctets()) {
            findings.add(ZipFault.TOTAL_TOO_LARGE.finding().expecting("≤ " + limits.totalOctets(), total));
        }
    }

    /** All that is wrong with the structure; empty for a sound zip. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Whether the structure holds nothing that fails, so that every reader sees the same entries. */
    public boolean isSound() {
        return findings.stream().noneMatch(ZipFault::blocks);
    }

    /** Whether there was a central directory to read at all. */
    public boolean isZip() {
        return directoryRead;
    }

    /** Files and folders in the order of the central directory. */
    public List<ZipEntryInfo> entries() {
        return List.copyOf(entries);
    }

    public Optional<ZipEntryInfo> entry(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * The content of an entry; reads never give more than the entry states, and the read that reaches the end fails with
     * {@link ZipRefusedException} when length or checksum differ.
     *
     * @throws ZipRefusedException when the entry cannot be read: encrypted, unknown method, beyond the limits, cut off
     */
    public InputStream open(ZipEntryInfo entry) throws IOException {
        Octets packed = data.get(entry);
        if (entry.isEncrypted()) {
            throw new ZipRefusedException(ZipFault.ENCRYPTED.finding(entry.name()));
        }
        if (entry.method() != ZipEntryInfo.STORED && entry.method() != ZipEntryInfo.DEFLATED) {
            throw new ZipRefusedException(ZipFault.METHOD_UNSUPPORTED.finding(entry.name()));
        }
        if (packed == null) {
            throw new ZipRefusedException(ZipFault.TRUNCATED.finding(entry.name()));
        }
        if (entry.size() > limits.entryOctets()) {
            throw new ZipRefusedException(ZipFault.ENTRY_TOO_LARGE.finding(entry.name()));
        }
        if (entry.size() > SMALL && entry.size() / limits.ratio() > entry.packed()) {
            throw new ZipRefusedException(ZipFault.RATIO_TOO_HIGH.finding(entry.name()));
        }
        return new EntryContent(entry, packed);
    }

    /**
     * A zip that is an entry of this one: read where it lies when it is stored, else unpacked to a temporary file that is
     * gone when it is closed. This one has to stay open as long.
     *
     * @throws ZipRefusedException when it is nested too deep or cannot be read
     */
    public GuardedZip inside(ZipEntryInfo entry) throws IOException {
        ZipLimits less = limits.inside(limits.totalOctets());
        if (less.depth() < 1) {
            throw new ZipRefusedException(ZipFault.NESTED_TOO_DEEP.finding(entry.name()));
        }
        Optional<Octets> stored = inPlace(entry);
        if (stored.isPresent()) {
            return new GuardedZip(null, channel, stored.get(), less);
        }
        Path unpacked = Files.createTempFile("guidang-nested", ".zip");
        FileChannel copy = null;
        try (InputStream content = open(entry)) {
            Files.copy(content, unpacked, StandardCopyOption.REPLACE_EXISTING);
            copy = FileChannel.open(unpacked, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE);
            return new GuardedZip(copy, copy, Octets.of(copy), less);
        } catch (IOException | RuntimeException unreadable) {
            if (copy != null) {
                copy.close();
            }
            Files.deleteIfExists(unpacked);
            throw unreadable;
        }
    }

    /** Octets of a stored entry where they lie, for zips inside zips; empty when they have to be inflated first. */
    Optional<Octets> inPlace(ZipEntryInfo entry) {
        boolean asIs = entry.method() == ZipEntryInfo.STORED && !entry.isEncrypted() && entry.packed() == entry.size();
        return asIs ? Optional.ofNullable(data.get(entry)) : Optional.empty();
    }

    /** The zip itself, headers and all. */
    Octets octets() {
        return octets;
    }

    FileChannel channel() {
        return channel;
    }

    @Override
    public void close() throws IOException {
        if (owned != null) {
            owned.close();
        }
    }
}
