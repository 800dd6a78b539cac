// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core;

import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.guidang.packaging.core.Layout.DocumentRole;
import org.guidang.packaging.core.PackageEntry.Part;
import org.guidang.packaging.core.zip.GuardedZip;
import org.guidang.packaging.core.zip.ZipEntryInfo;
import org.guidang.packaging.core.zip.ZipLimits;
import org.guidang.packaging.core.zip.ZipRefusedException;
import org.guidang.packaging.xml.ManifestXml;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/** Opens packages of ours and of others, all generations of metadata, with or without fixing information. */
public final class PackageReader {

    /** Metadata, manifest, signature: none is longer, and each is held in memory. */
    static final long LARGEST_DOCUMENT = 16L << 20;

    private static final XmlBinding BINDING = new XmlBinding(ManifestXml.class);

    private PackageReader() {}

    /** Opens with the standard limits. */
    public static PackageView open(Path file) throws IOException {
        return open(file, ZipLimits.STANDARD);
    }

    public static PackageView open(Path file, ZipLimits limits) throws IOException {
        return open(file, limits, null);
    }

    /**
     * Opens a package; a bad one is opened too, as far as it goes, and says so in its findings.
     *
     * @param laterToken time-stamp that came after fixing and is kept beside the zip; null for none
     * @throws IOException when the file cannot be read at all
     */
    public static PackageView open(Path file, ZipLimits limits, byte[] laterToken) throws IOException {
        return view(file, GuardedZip.open(file, limits), laterToken);
    }

    /** Takes the zip over: it is closed with the view, or at once when it cannot be read. */
    static PackageView view(Path file, GuardedZip zip, byte[] laterToken) throws IOException {
        try {
            return read(file, zip, laterToken);
        } catch (IOException | RuntimeException unreadable) {
            zip.close();
            throw unreadable;
        }
    }

    private static PackageView read(Path file, GuardedZip zip, byte[] laterToken) throws IOException {
        List<Finding> findings = new ArrayList<>(zip.findings());
        Layout layout = Layout.DAT_85_2019;
        ManifestXml manifest = null;
        Optional<ZipEntryInfo> listed = zip.entry(layout.manifestPath());
        if (listed.isPresent()) {
            manifest = manifest(zip, listed.get(), findings);
            if (manifest != null) {
                layout = Layout.named(manifest.layout).orElse(layout);
            }
        }
        List<PackageEntry> entries = new ArrayList<>();
        MetadataReader metadata = new MetadataReader();
        String top = commonTop(zip, layout);
        if (listed.isEmpty() && holdsChildren(zip, top)) {
            layout = Layout.GBT_42727_2023;
        }
        for (ZipEntryInfo entry : zip.entries()) {
            if (entry.isFolder()) {
                continue;
            }
            String name = entry.name().substring(top.length());
            Optional<DocumentRole> role = layout.roleOf(name);
            if (role.isPresent()) {
                metadata(zip, entry, role.get(), metadata, findings);
            }
            entries.add(new PackageEntry(
                    entry.name(), entry.size(), role.isPresent() ? Part.METADATA : part(layout, name)));
        }
        PackageMetadata read = metadata.result();
        findings.addAll(read.findings());
        return new PackageView(file, zip, layout, entries, manifest, read, findings, laterToken);
    }

    /** Without a manifest the folder of the packages inside tells a nested package. */
    private static boolean holdsChildren(GuardedZip zip, String top) {
        String children = top + Layout.GBT_42727_2023.childFolder() + "/";
        return zip.entries().stream().anyMatch(entry -> entry.name().startsWith(children));
    }

    private static Part part(Layout layout, String name) {
        if (name.startsWith(layout.fixingFolder() + "/")) {
            return Part.FIXING;
        }
        if (name.startsWith(layout.schemaFolder() + "/")) {
            return Part.SCHEMA;
        }
        return layout.childFolder() != null && name.startsWith(layout.childFolder() + "/") ? Part.CHILD : Part.CONTENT;
    }

    /** The folder named after the electronic document, which some systems put around everything; empty for none. */
    private static String commonTop(GuardedZip zip, Layout layout) {
        String top = null;
        for (ZipEntryInfo entry : zip.entries()) {
            int slash = entry.name().indexOf('/');
            if (slash <= 0) {
                return "";
            }
            String first = entry.name().substring(0, slash + 1);
            if (top != null && !top.equals(first)) {
                return "";
            }
            top = first;
        }
        if (top == null) {
            return "";
        }
        int length = top.length();
        boolean documents = zip.entries().stream()
                .anyMatch(entry -> layout.roleOf(entry.name().substring(length)).isPresent());
        return documents ? top : "";
    }

    private static void metadata(
            GuardedZip zip, ZipEntryInfo entry, DocumentRole role, MetadataReader metadata, List<Finding> findings)
            throws IOException {
        if (entry.size() > LARGEST_DOCUMENT) {
            findings.add(tooLarge(entry));
            return;
        }
        try (InputStream content = zip.open(entry)) {
            metadata.read(role, entry.name(), content.readAllBytes());
        } catch (ZipRefusedException refused) {
            findings.add(refused.finding());
        }
    }

    private static ManifestXml manifest(GuardedZip zip, ZipEntryInfo entry, List<Finding> findings) throws IOException {
        if (entry.size() > LARGEST_DOCUMENT) {
            findings.add(tooLarge(entry));
            return null;
        }
        try (InputStream content = zip.open(entry)) {
            ManifestXml manifest =
                    (ManifestXml) BINDING.read(SafeXml.reader(new ByteArrayInputStream(content.readAllBytes())));
            boolean complete = manifest.number != null
                    && manifest.layout != null
                    && manifest.files.stream()
                            .allMatch(line -> line.path != null && line.sm3 != null && line.sha256 != null);
            if (complete) {
                return manifest;
            }
            findings.add(unreadable(entry, "incomplete"));
        } catch (ZipRefusedException refused) {
            findings.add(refused.finding());
        } catch (JAXBException | XMLStreamException malformed) {
            Throwable cause = malformed instanceof JAXBException wrapped && wrapped.getLinkedException() != null
                    ? wrapped.getLinkedException()
                    : malformed;
            findings.add(unreadable(
                    entry,
                    String.valueOf(cause.getMessage()).lines().findFirst().orElse("")));
        }
        return null;
    }

    private static Finding unreadable(ZipEntryInfo entry, String why) {
        return Finding.failed(
                        "package.manifest-unreadable", Characteristic.AUTHENTICITY, "packaging.manifest.unreadable")
                .in(entry.name())
                .expecting(ManifestXml.NAMESPACE, why);
    }

    private static Finding tooLarge(ZipEntryInfo entry) {
        return Finding.failed("package.document-too-large", Characteristic.SECURITY, "packaging.document.too-large")
                .in(entry.name())
                .expecting("≤ " + LARGEST_DOCUMENT, entry.size());
    }
}
