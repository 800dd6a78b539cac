// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.supervision.cli;

import com.itextpdf.kernel.pdf.PdfArray;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfNumber;
import com.itextpdf.kernel.pdf.PdfStream;
import com.itextpdf.kernel.pdf.PdfString;
import com.itextpdf.kernel.pdf.PdfWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.guidang.intake.core.sample.SampleOfd;
import org.guidang.intake.core.sample.SamplePdf;
import org.guidang.packaging.core.Layout;
import org.guidang.packaging.core.PackageBuilder;
import org.guidang.packaging.core.PackageSamples;
import org.guidang.packaging.core.SigningSealer;
import org.guidang.seal.core.CmsSigner;
import org.guidang.seal.core.SigningKey;
import org.guidang.seal.core.revocation.OpenSslAuthority;
import org.guidang.seal.core.ses.DemonstrationSeal;
import org.guidang.shared.core.PrintFonts;

/**
 * Files that ask their reader to fetch something, in every way their formats have, all from one address. The signers of
 * those that are signed are trusted, so that their certificates' addresses for issuer, list and status come into play.
 */
final class CanaryFiles {

    private final Path folder;
    private final String address;
    private final OpenSslAuthority authority;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    CanaryFiles(Path folder, String address, OpenSslAuthority authority) {
        this.folder = folder;
        this.address = address;
        this.authority = authority;
    }

    /** Writes them all. */
    void write() throws Exception {
        String services = "authorityInfoAccess=OCSP;URI:" + address + "ocsp,caIssuers;URI:" + address + "ca.cer";
        String lists = "crlDistributionPoints=URI:" + address + "ca.crl";
        for (String name : List.of("signer", "maker")) {
            authority.issue(name, services, lists);
        }
        SigningKey signer = authority.signingKey("signer");
        SigningKey maker = authority.signingKey("maker");
        Files.write(folder.resolve("signer.cer"), signer.certificate().getEncoded());
        byte[] content = "signed".getBytes(StandardCharsets.US_ASCII);
        Files.write(folder.resolve("note.txt"), content);
        Files.write(folder.resolve("note.txt.p7s"), CmsSigner.sign(signer, new ByteArrayInputStream(content), now));
        xml();
        office();
        DemonstrationSeal seal = new DemonstrationSeal("33010000000001", "市民政局", maker, signer, now);
        ofd(SampleOfd.of("ZM001", List.of("婚姻登记证明"), seal, now));
        pdf();
        Files.write(
                folder.resolve("signed.pdf"),
                SamplePdf.of(PrintFonts.ofThisSystem(), "审查处理表", List.of("张建国"), signer, now));
        new PackageBuilder(Layout.DAT_85_2019, new SigningSealer(signer, SigningSealer.LATER, now))
                .build(
                        PackageSamples.content(Map.of(
                                "申请材料/证明/电子出证记录.XML", doctype("description"),
                                "申请材料/证明/结果.xml", schema(),
                                "办理结果/结果.html", html())),
                        folder.resolve("package.zip"));
    }

    private String doctype(String root) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE " + root + " SYSTEM \"" + address + "a.dtd\" ["
                + "<!ENTITY % p SYSTEM \"" + address + "p.ent\">%p;<!ENTITY e SYSTEM \"" + address + "e.ent\">]>\n<"
                + root + ">&e;</" + root + ">";
    }

    private String schema() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<?xml-stylesheet type=\"text/xsl\" href=\"" + address
                + "s.xsl\"?>\n<a xmlns=\"" + address + "ns\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                + " xsi:schemaLocation=\"" + address + "ns " + address + "s.xsd\" xsi:noNamespaceSchemaLocation=\""
                + address + "n.xsd\"><i:include xmlns:i=\"http://www.w3.org/2001/XInclude\" href=\"" + address
                + "i.xml\"/></a>";
    }

    private String html() {
        return "<!DOCTYPE html><html><head><base href=\"" + address + "\"><link rel=\"stylesheet\" href=\"" + address
                + "c.css\"><meta http-equiv=\"refresh\" content=\"0;url=" + address + "\"></head><body><img src=\""
                + address + "i.png\"><iframe src=\"" + address + "\"></iframe></body></html>";
    }

    private void xml() throws IOException {
        text("doctype.xml", doctype("description"));
        text("电子出证记录.XML", doctype("description"));
        text("schema.xml", schema());
        text("page.html", html());
        text(
                "picture.svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"><image xlink:href=\""
                        + address + "i.png\"/><use href=\"" + address + "u.svg#a\"/></svg>");
    }

    private void office() throws IOException {
        String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
        for (boolean entity : new boolean[] {false, true}) {
            Map<String, byte[]> parts = new LinkedHashMap<>();
            parts.put(
                    "[Content_Types].xml",
                    octets("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
                            + " Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Override PartName=\"/word/document.xml\" ContentType=\"" + type + "\"/></Types>"));
            parts.put(
                    "_rels/.rels",
                    octets("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                            + "<Relationship Id=\"r1\" Type=\"" + relations
                            + "/officeDocument\" Target=\"word/document.xml\"/></Relationships>"));
            parts.put(
                    "word/document.xml",
                    octets(
                            entity
                                    ? doctype("document")
                                    : "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body/></w:document>"));
            parts.put(
                    "word/_rels/document.xml.rels",
                    octets("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                            + "<Relationship Id=\"r1\" Type=\"" + relations + "/attachedTemplate\" Target=\"" + address
                            + "t.dotm\" TargetMode=\"External\"/><Relationship Id=\"r2\" Type=\"" + relations
                            + "/image\" Target=\"" + address + "i.png\" TargetMode=\"External\"/></Relationships>"));
            Files.write(folder.resolve(entity ? "entity.docx" : "external.docx"), zip(parts));
        }
    }

    private void ofd(byte[] good) throws IOException {
        Files.write(folder.resolve("signed.ofd"), good);
        String res = "PublicRes.xml</ofd:PublicRes>";
        edited("resource.ofd", good, "Doc_0/Document.xml", res, address + "r.xml</ofd:PublicRes>");
        edited(
                "action.ofd",
                good,
                "Doc_0/Document.xml",
                "</ofd:Document>",
                "<ofd:Actions><ofd:Action Event=\"DO\"><ofd:URI URI=\"" + address + "\" Base=\"" + address
                        + "\"/></ofd:Action></ofd:Actions></ofd:Document>");
        edited(
                "font.ofd",
                good,
                "Doc_0/PublicRes.xml",
                "ID=\"3\"/>",
                "ID=\"3\"><ofd:FontFile>" + address + "f.ttf</ofd:FontFile></ofd:Font>");
        edited("page.ofd", good, "Doc_0/Document.xml", "Pages/Page_0/Content.xml", address + "p.xml");
        edited("root.ofd", good, "OFD.xml", "Doc_0/Document.xml", address + "d.xml");
        edited("doctype.ofd", good, "OFD.xml", "<ofd:OFD ", "<!DOCTYPE OFD SYSTEM \"" + address + "o.dtd\"><ofd:OFD ");
        edited(
                "schema.ofd",
                good,
                "OFD.xml",
                "<ofd:OFD ",
                "<ofd:OFD xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\""
                        + "http://www.ofdspec.org/2016 " + address + "o.xsd\" ");
    }

    private void pdf() throws IOException {
        for (boolean archival : new boolean[] {false, true}) {
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            try (PdfDocument document = new PdfDocument(new PdfWriter(octets))) {
                document.addNewPage();
                PdfDictionary remote = new PdfDictionary();
                remote.put(PdfName.FS, new PdfName("URL"));
                remote.put(PdfName.F, new PdfString(address + "f"));
                PdfDictionary goTo = action("GoToR");
                goTo.put(PdfName.F, remote);
                goTo.put(PdfName.D, new PdfArray(new PdfNumber(0)));
                PdfDictionary link = action("URI");
                link.put(PdfName.URI, new PdfString(address));
                link.put(PdfName.Next, goTo);
                PdfDictionary submit = action("SubmitForm");
                submit.put(PdfName.F, remote);
                goTo.put(PdfName.Next, submit);
                PdfStream outside = new PdfStream(new byte[] {1});
                outside.put(PdfName.F, remote);
                PdfDictionary catalog = document.getCatalog().getPdfObject();
                catalog.put(PdfName.OpenAction, link);
                catalog.put(new PdfName("GuidangOutside"), outside.makeIndirect(document));
                PdfDictionary base = new PdfDictionary();
                base.put(new PdfName("Base"), new PdfString(address));
                catalog.put(PdfName.URI, base);
                PdfStream metadata = new PdfStream(octets(archival ? xmp() : doctype("x")));
                metadata.put(PdfName.Type, PdfName.Metadata);
                metadata.put(PdfName.Subtype, new PdfName("XML"));
                catalog.put(PdfName.Metadata, metadata.makeIndirect(document));
            }
            Files.write(folder.resolve(archival ? "archival.pdf" : "remote.pdf"), octets.toByteArray());
        }
    }

    private static PdfDictionary action(String type) {
        PdfDictionary action = new PdfDictionary();
        action.put(PdfName.S, new PdfName(type));
        return action;
    }

    /** Claims PDF/A, so that the tool which checks that is asked as well. */
    private String xmp() {
        return "<?xpacket begin=\"\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF"
                + " xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"" + address
                + "\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" pdfaid:part=\"2\" pdfaid:conformance=\"B\"/>"
                + "</rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>";
    }

    private void text(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void edited(String name, byte[] zip, String part, String old, String next) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        boolean[] found = new boolean[1];
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                if (entry.getName().equals(part)) {
                    String text = new String(content, StandardCharsets.UTF_8);
                    found[0] = text.contains(old);
                    content = octets(text.replace(old, next));
                }
                parts.put(entry.getName(), content);
            }
        }
        if (!found[0]) {
            throw new IllegalStateException(name + ": " + part + " has no " + old);
        }
        Files.write(folder.resolve(name), zip(parts));
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(octets)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getValue());
            }
        }
        return octets.toByteArray();
    }
}
