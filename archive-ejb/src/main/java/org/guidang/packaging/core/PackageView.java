// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.guidang.packaging.core.zip.GuardedZip;
import org.guidang.packaging.core.zip.StoredZipCheck;
import org.guidang.packaging.core.zip.ZipEntryInfo;
import org.guidang.packaging.core.zip.ZipRefusedException;
import org.guidang.packaging.xml.ManifestXml;
import org.guidang.shared.Finding;
import org.guidang.shared.Fixity;
import org.guidang.shared.core.FixityMeter;
import org.guidang.shared.core.FixityPass;

/**
 * A package as it is read: its files, manifest, metadata and proofs, whoever made it. Opening believes nothing and decides
 * nothing; what kept something from being read is in {@link #findings}. Several threads may read at once.
 */
public final class PackageView implements AutoCloseable {

    /** Schemas are shorter. */
    private static final int SHORT = 8 * 1024;

    private final Path file;
    private final GuardedZip zip;
    private final Layout layout;
    private final List<PackageEntry> entries;
    private final ManifestXml manifest;
    private final PackageMetadata metadata;
    private final List<Finding> findings;
    private final byte[] laterToken;
    private final Map<String, Fixity> measured = new ConcurrentHashMap<>();

    PackageView(
            Path file,
            GuardedZip zip,
            Layout layout,
            List<PackageEntry> entries,
            ManifestXml manifest,
            PackageMetadata metadata,
            List<Finding> findings,
            byte[] laterToken) {
        this.file = file;
        this.zip = zip;
        this.layout = layout;
        this.entries = List.copyOf(entries);
        this.manifest = manifest;
        this.metadata = metadata;
        this.findings = List.copyOf(findings);
        this.laterToken = laterToken;
    }

    /** The zip on disk. */
    public Path file() {
        return file;
    }

    /** The layout the manifest names, else the one of DA/T 85-2019, by which everything without manifest is read. */
    public Layout layout() {
        return layout;
    }

    /** All files in the order of the zip, folders left out. */
    public List<PackageEntry> entries() {
        return entries;
    }

    public List<PackageEntry> entries(PackageEntry.Part part) {
        return entries.stream().filter(entry -> entry.part() == part).toList();
    }

    public Optional<PackageEntry> entry(String path) {
        return entries.stream().filter(entry -> entry.path().equals(path)).findFirst();
    }

    /** What is wrong with the zip, the manifest and the documents as far as it keeps them from being read. */
    public List<Finding> findings() {
        return findings;
    }

    /** The manifest; empty for a package that was never fixed by us, or whose manifest cannot be read. */
    public Optional<ManifestXml> manifest() {
        return Optional.ofNullable(manifest);
    }

    public PackageMetadata metadata() {
        return metadata;
    }

    /**
     * Reads one file. Never gives more than the zip states; the read that reaches the end fails with {@link
     * ZipRefusedException} when length or checksum differ.
     *
     * @throws IOException when there is no such file or it cannot be read
     */
    public InputStream open(String path) throws IOException {
        return zip.open(listed(path));
    }

    private ZipEntryInfo listed(String path) throws IOException {
        return zip.entry(path).orElseThrow(() -> new IOException("no entry of this name"));
    }

    /** Length and digests of a file as it is now; read once, then remembered. */
    public Fixity measure(String path) throws IOException {
        Fixity known = measured.get(path);
        if (known == null) {
            ZipEntryInfo entry = listed(path);
            try (InputStream content = zip.open(entry)) {
                known = entry.size() <= SHORT
                        ? fixityOf(content.readAllBytes())
                        : FixityPass.read(content, entry.size(), (buffer, count) -> {});
            }
            measured.put(path, known);
        }
        return known;
    }

    private static Fixity fixityOf(byte[] octets) {
        return KnownSchemas.fixityOf(octets).orElseGet(() -> FixityMeter.measure(octets));
    }

    /**
     * A package of a joint case that lies in this one; to be closed before this one is.
     *
     * @throws ZipRefusedException when it is nested too deep or cannot be read
     */
    public PackageView child(String path) throws IOException {
        return PackageReader.view(file, zip.inside(listed(path)), null);
    }

    /** The signature over the manifest; empty when there is none. */
    public Optional<byte[]> signature() throws IOException {
        return small(layout.signaturePath());
    }

    /** The time-stamp over the signature: the one in the zip, else the one that came later. */
    public Optional<byte[]> token() throws IOException {
        Optional<byte[]> inside = small(layout.tokenPath());
        return inside.isPresent() ? inside : Optional.ofNullable(laterToken);
    }

    Optional<byte[]> small(String path) throws IOException {
        Optional<PackageEntry> entry = entry(path);
        if (entry.isEmpty() || entry.get().octets() > PackageReader.LARGEST_DOCUMENT) {
            return Optional.empty();
        }
        try (InputStream content = open(path)) {
            return Optional.of(content.readAllBytes());
        }
    }

    /** Compares the zip with the form in which we write zips; for packages that we fixed. */
    void compareForm(Consumer<Finding> differences) throws IOException {
        StoredZipCheck.check(zip, differences);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
