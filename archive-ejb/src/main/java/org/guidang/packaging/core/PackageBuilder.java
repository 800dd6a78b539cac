// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import org.guidang.packaging.core.Layout.DocumentRole;
import org.guidang.packaging.core.PackageContent.ContentFile;
import org.guidang.packaging.core.zip.StoredZipWriter;
import org.guidang.packaging.xml.ManifestXml;
import org.guidang.shared.Digest;
import org.guidang.shared.Fixity;

/**
 * Builds the zip of a package: metadata documents, files in the folders of the arrangement, schemas, and at the end the
 * fixing information (固化信息): manifest, signature, time-stamp. Everything needed to prove the package lies inside it.
 *
 * <p>The same content by the same layout gives the same octets up to the signature. Each file is read once and must be
 * what the case recorded. Nothing is held in memory but the metadata.
 */
public final class PackageBuilder {

    private static final String OURS = "系统生成";
    private static final List<DocumentRole> DOCUMENTS =
            List.of(DocumentRole.CONFIGURATION, DocumentRole.BASICS, DocumentRole.PROCESS, DocumentRole.FILES);

    private final Layout layout;
    private final ManifestSealer sealer;

    public PackageBuilder(Layout layout, ManifestSealer sealer) {
        this.layout = layout;
        this.sealer = sealer;
    }

    /**
     * Writes the package to a new file; on return its octets are on disk.
     *
     * @throws IOException when a file is not what the case recorded, or the volume is full; the target is then useless
     * @throws IllegalArgumentException when a path would not be taken alike by every reader
     */
    public BuiltPackage build(PackageContent content, Path target) throws IOException, GeneralSecurityException {
        return build(content, List.of(), target);
    }

    /**
     * The same for a joint case: the packages of its parts lie inside, octet for octet, each listed in the manifest.
     *
     * @throws IllegalArgumentException as above, and when the layout does not know packages inside packages
     */
    public BuiltPackage build(PackageContent content, List<ChildPackage> children, Path target)
            throws IOException, GeneralSecurityException {
        if (!children.isEmpty() && !layout.nested()) {
            throw new IllegalArgumentException(layout.id() + " knows no packages inside packages");
        }
        ManifestXml manifest = manifest(content);
        long octets = 0;
        try (StoredZipWriter zip = new StoredZipWriter(target)) {
            MetadataWriter metadata = new MetadataWriter(content);
            for (DocumentRole role : DOCUMENTS) {
                add(zip, manifest, layout.nameOf(role), MetadataWriter.octets(document(metadata, role)));
            }
            for (ContentFile file : content.files()) {
                add(zip, manifest, file);
                octets += file.fixity().octets();
            }
            for (ChildPackage child : children) {
                add(zip, manifest, child);
            }
            if (layout.schemaFolder() != null) {
                addSchemas(zip, manifest);
            }

            byte[] signed = MetadataWriter.octets(manifest);
            ManifestSealer.Seal seal = sealer.seal(signed);
            Fixity fixity = zip.add(layout.manifestPath(), signed);
            zip.add(layout.signaturePath(), seal.signature());
            if (seal.token() != null) {
                zip.add(layout.tokenPath(), seal.token());
            }
            zip.finish();
            return new BuiltPackage(
                    new Digest(Digest.SM3, fixity.sm3()),
                    content.files().size(),
                    octets,
                    seal.signer(),
                    seal.tokenTime());
        }
    }

    private void addSchemas(StoredZipWriter zip, ManifestXml manifest) throws IOException {
        for (DocumentRole role : DOCUMENTS) {
            add(
                    zip,
                    manifest,
                    layout.nameOf(role),
                    KnownSchemas.named(layout.schemas().get(role)));
        }
        add(zip, manifest, layout.manifestName(), KnownSchemas.manifest());
    }

    private ManifestXml manifest(PackageContent content) {
        ManifestXml manifest = new ManifestXml();
        manifest.number = content.version().packageNumber();
        manifest.version = content.version().version();
        manifest.application = content.description().applicationNumber();
        manifest.layout = layout.id();
        manifest.answers = content.answersList();
        return manifest;
    }

    private static Object document(MetadataWriter metadata, DocumentRole role) {
        return switch (role) {
            case CONFIGURATION -> metadata.configuration();
            case BASICS -> metadata.basics();
            case PROCESS -> metadata.process();
            case FILES -> metadata.files();
            case COMBINED -> throw new IllegalArgumentException("read only");
        };
    }

    private void add(StoredZipWriter zip, ManifestXml manifest, ContentFile file) throws IOException {
        Fixity read = copy(zip, file.path(), file.fixity(), file.octets());
        list(manifest, file.path(), read, file.format(), file.source());
    }

    private void add(StoredZipWriter zip, ManifestXml manifest, ChildPackage child) throws IOException {
        String path = layout.childFolder() + "/" + child.name();
        list(manifest, path, copy(zip, path, child.fixity(), child.octets()), "zip", OURS);
    }

    private static Fixity copy(StoredZipWriter zip, String path, Fixity recorded, PackageContent.Octets octets)
            throws IOException {
        try (InputStream content = octets.open()) {
            Fixity read = zip.add(path, content, recorded.octets());
            if (!read.equals(recorded)) {
                throw new IOException("content altered: recorded " + recorded.sha256() + ", read " + read.sha256());
            }
            return read;
        }
    }

    private static void add(StoredZipWriter zip, ManifestXml manifest, String path, byte[] octets) throws IOException {
        list(manifest, path, zip.add(path, octets), "xml", OURS);
    }

    private void add(StoredZipWriter zip, ManifestXml manifest, String documentName, KnownSchemas.Schema schema)
            throws IOException {
        String path = layout.schemaFolder() + "/" + documentName.replaceFirst("\\.xml$", ".xsd");
        list(manifest, path, zip.add(path, schema.octets(), schema.fixity()), "xml", OURS);
    }

    private static void list(ManifestXml manifest, String path, Fixity fixity, String format, String source) {
        ManifestXml.FileEntry line = new ManifestXml.FileEntry();
        line.path = path;
        line.octets = fixity.octets();
        line.sm3 = fixity.sm3();
        line.sha256 = fixity.sha256();
        line.format = format;
        line.source = source;
        manifest.files.add(line);
    }
}
