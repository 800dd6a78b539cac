// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.guidang.packaging.core.LateTime;
import org.guidang.packaging.core.Layout.DocumentRole;
import org.guidang.packaging.core.PackageEntry;
import org.guidang.packaging.core.PackageView;
import org.guidang.packaging.core.zip.StoredZipWriter;
import org.guidang.shared.Fixity;

/**
 * Writes a package as an E-ARK submission information package (CSIP 2.1, SIP 2.1), serialized as a zip: every file of the
 * package, the fixing information included, is data of one representation, so that the package can be put together again
 * octet for octet. METS carries SHA-256, PREMIS both digests. Each file is read once; nothing but metadata is held.
 */
public final class EarkExport {

    static final String REPRESENTATION = "representations/rep1/";
    static final String DATA = REPRESENTATION + "data/";

    /** A time-stamp, or an evidence record, that came after fixing travels here. */
    private static final String LATER = "documentation/package.zip";

    static final String LATER_TOKEN = LATER + LateTime.TOKEN;

    static final String LATER_RECORD = LATER + LateTime.RECORD;

    static final String PREMIS = "metadata/preservation/premis.xml";

    /** Identifier, in PREMIS, of the zip that the files of the representation make. */
    static final String ZIP_OBJECT = "package.zip";

    private static final List<String> SCHEMAS =
            List.of("configuration.xsd", "basics.xsd", "process.xsd", "files.xsd", "manifest.xsd");

    private final PackageView view;
    private final Fixity zip;
    private final byte[] laterToken;
    private final Instant at;
    private final String id;
    private final MetsDocument root;
    private final MetsDocument inner;
    private final PremisDocument objects;
    private StoredZipWriter out;

    private EarkExport(PackageView view, Fixity zip, byte[] laterToken, Instant at) {
        this.view = view;
        this.zip = zip;
        this.laterToken = laterToken;
        this.at = at;
        this.id = view.manifest()
                .map(manifest -> manifest.number + "-v" + manifest.version)
                .orElse("package");
        String title = value(DocumentRole.BASICS, "ProjectName", id);
        this.root = new MetsDocument(id, title, at);
        this.inner = new MetsDocument("rep1", title, at);
        this.objects = new PremisDocument("rep1", true);
    }

    /**
     * @param zip fixity of the package's zip
     * @param laterToken time-stamp kept beside the zip; null for none
     * @param at instant of the export, which METS and PREMIS state
     * @param target must not exist; nothing remains of it when writing fails
     */
    public static void write(PackageView view, Fixity zip, byte[] laterToken, Instant at, Path target)
            throws IOException {
        try (StoredZipWriter out = new StoredZipWriter(target)) {
            EarkExport export = new EarkExport(view, zip, laterToken, at);
            export.out = out;
            try {
                export.write();
            } catch (IOException | RuntimeException unfinished) {
                Files.deleteIfExists(target);
                throw unfinished;
            }
        }
    }

    private void write() throws IOException {
        data();
        documentation();
        schemas();
        root.describedBy(add("metadata/descriptive/dc.xml", dublinCore()));
        root.preservedBy(add(PREMIS, preservation()));
        String agency = value(DocumentRole.BASICS, "DepartmentName", null);
        root.creator(agency, value(DocumentRole.CONFIGURATION, "DepartmentCode", null));
        inner.creator(agency, value(DocumentRole.CONFIGURATION, "DepartmentCode", null));
        root.representation("rep1", add(REPRESENTATION + "METS.xml", inner.octets()));
        add("METS.xml", root.octets());
        out.finish();
    }

    private void data() throws IOException {
        for (PackageEntry entry : view.entries()) {
            try (InputStream content = view.open(entry.path())) {
                Fixity fixity = out.add(id + "/" + DATA + entry.path(), content, entry.octets());
                MetsFile file = new MetsFile("data/" + entry.path(), fixity);
                inner.add("Data", file);
                objects.file("data/" + entry.path(), fixity, file.mimeType(), entry.path());
            }
        }
        objects.agent("Guidang", "Guidang", "software");
        objects.happened("export", "information package creation", at, "E-ARK SIP 2.1", "Guidang", List.of());
        String path = "metadata/preservation/premis.xml";
        Fixity fixity = out.add(id + "/" + REPRESENTATION + path, objects.octets());
        inner.preservedBy(new MetsFile(path, fixity));
    }

    private MetsFile add(String path, byte[] octets) throws IOException {
        return new MetsFile(path, out.add(id + "/" + path, octets));
    }

    private void documentation() throws IOException {
        try (InputStream about = EarkExport.class.getResourceAsStream("/org/guidang/packaging/eark/about.md")) {
            root.add("Documentation", add("documentation/about.md", about.readAllBytes()));
        }
        if (laterToken != null) {
            root.add("Documentation", add(LATER + LateTime.suffix(laterToken), laterToken));
        }
    }

    private void schemas() throws IOException {
        for (String name : SCHEMAS) {
            try (InputStream schema = EarkExport.class.getResourceAsStream("/org/guidang/packaging/xsd/" + name)) {
                root.add("Schemas", add("schemas/" + name, schema.readAllBytes()));
            }
        }
    }

    /** Fifteen elements for strangers; the metadata that counts are documents of the package itself. */
    private byte[] dublinCore() {
        XmlOut xml = new XmlOut();
        xml.open("simpledc", "xmlns", "http://purl.org/dc/elements/1.1/");
        xml.leaf("title", value(DocumentRole.BASICS, "ProjectName", id));
        xml.leaf("creator", value(DocumentRole.BASICS, "DepartmentName", null));
        xml.leaf("subject", value(DocumentRole.CONFIGURATION, "TaskName", null));
        xml.leaf("date", day(value(DocumentRole.BASICS, "TransactTime", null)));
        xml.leaf("type", value(DocumentRole.BASICS, "TaskType", null));
        xml.leaf("identifier", id);
        xml.leaf("identifier", value(DocumentRole.BASICS, "ProjectId", null));
        xml.leaf("language", "zh");
        return xml.octets();
    }

    private byte[] preservation() {
        PremisDocument premis = new PremisDocument(id, false);
        premis.file(
                ZIP_OBJECT, zip, "application/zip", view.file().getFileName().toString());
        premis.agent("Guidang", "Guidang", "software");
        premis.happened("export", "information package creation", at, "E-ARK SIP 2.1", "Guidang", List.of(ZIP_OBJECT));
        return premis.octets();
    }

    private String value(DocumentRole role, String name, String otherwise) {
        return view.metadata().value(role, name).orElse(otherwise);
    }

    private static String day(String time) {
        return time == null || time.length() < 10 ? time : time.substring(0, 10);
    }
}
