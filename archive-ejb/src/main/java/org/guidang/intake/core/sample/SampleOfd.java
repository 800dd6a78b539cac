// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.core.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.guidang.seal.core.Cryptography;
import org.guidang.seal.core.ses.DemonstrationSeal;

/** A one-page OFD (GB/T 33190-2016) with lines of text and an electronic seal over all its parts. */
public final class SampleOfd {

    private static final String NAMESPACE = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String SM3 = "1.2.156.10197.1.401";
    private static final String SIGNATURE = "/Doc_0/Signs/Sign_0/Signature.xml";
    private static final String SEAL = "/Doc_0/Signs/Sign_0/Seal.esl";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private SampleOfd() {}

    /**
     * @param id of the document, 32 hexadecimal digits
     * @param lines the first is the title
     */
    public static byte[] of(String id, List<String> lines, DemonstrationSeal seal, Instant now)
            throws IOException, GeneralSecurityException {
        SampleOfd ofd = new SampleOfd();
        ofd.document(id, lines, now);
        ofd.seal(seal, now);
        return ofd.zip(now);
    }

    private void document(String id, List<String> lines, Instant now) {
        put(
                "/OFD.xml",
                "<ofd:OFD " + NAMESPACE + " Version=\"1.0\" DocType=\"OFD\"><ofd:DocBody><ofd:DocInfo><ofd:DocID>" + id
                        + "</ofd:DocID><ofd:CreationDate>"
                        + TIME.format(now).substring(0, 10)
                        + "</ofd:CreationDate><ofd:Creator>Guidang</ofd:Creator></ofd:DocInfo>"
                        + "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
                        + "<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures></ofd:DocBody></ofd:OFD>");
        put(
                "/Doc_0/Document.xml",
                "<ofd:Document " + NAMESPACE + "><ofd:CommonData><ofd:MaxUnitID>" + (lines.size() + 10)
                        + "</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
                        + "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>"
                        + "<ofd:Page ID=\"1\" BaseLoc=\"Pages/Page_0/Content.xml\"/></ofd:Pages></ofd:Document>");
        put(
                "/Doc_0/PublicRes.xml",
                "<ofd:Res " + NAMESPACE + " BaseLoc=\"Res\"><ofd:Fonts>"
                        + "<ofd:Font FontName=\"宋体\" FamilyName=\"宋体\" ID=\"3\"/></ofd:Fonts></ofd:Res>");
        String text = IntStream.range(0, lines.size())
                .mapToObj(i -> line(i, lines.get(i)))
                .collect(Collectors.joining());
        put(
                "/Doc_0/Pages/Page_0/Content.xml",
                "<ofd:Page " + NAMESPACE + "><ofd:Content><ofd:Layer ID=\"2\">" + text
                        + "</ofd:Layer></ofd:Content></ofd:Page>");
    }

    private static String line(int index, String text) {
        double size = index == 0 ? 7 : 4.5;
        int signs = text.codePointCount(0, text.length());
        String steps =
                IntStream.range(1, signs).mapToObj(each -> String.valueOf(size)).collect(Collectors.joining(" "));
        return "<ofd:TextObject ID=\"" + (index + 4) + "\" Boundary=\"25 " + (30 + index * 12)
                + " 160 10\" Font=\"3\" Size=\""
                + size + "\"><ofd:TextCode X=\"0\" Y=\"" + size + "\" DeltaX=\"" + steps + "\">" + escaped(text)
                + "</ofd:TextCode></ofd:TextObject>";
    }

    private void seal(DemonstrationSeal seal, Instant now) throws IOException, GeneralSecurityException {
        parts.put(SEAL, seal.encoded());
        StringBuilder references = new StringBuilder();
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            references
                    .append("<ofd:Reference FileRef=\"")
                    .append(part.getKey())
                    .append("\"><ofd:CheckValue>")
                    .append(Base64.getEncoder()
                            .encodeToString(Cryptography.digest("SM3").digest(part.getValue())))
                    .append("</ofd:CheckValue></ofd:Reference>");
        }
        put(
                SIGNATURE,
                "<ofd:Signature " + NAMESPACE
                        + "><ofd:SignedInfo><ofd:Provider ProviderName=\"Guidang\" Version=\"1.0\" Company=\"Guidang\"/>"
                        + "<ofd:SignatureMethod>" + seal.algorithm() + "</ofd:SignatureMethod><ofd:SignatureDateTime>"
                        + TIME.format(now) + "</ofd:SignatureDateTime><ofd:References CheckMethod=\"" + SM3 + "\">"
                        + references
                        + "</ofd:References><ofd:StampAnnot ID=\"1\" PageRef=\"1\" Boundary=\"130 200 40 40\"/>"
                        + "<ofd:Seal><ofd:BaseLoc>" + SEAL + "</ofd:BaseLoc></ofd:Seal></ofd:SignedInfo>"
                        + "<ofd:SignedValue>/Doc_0/Signs/Sign_0/SignedValue.dat</ofd:SignedValue></ofd:Signature>");
        byte[] digest = Cryptography.digest("SM3").digest(parts.get(SIGNATURE));
        parts.put("/Doc_0/Signs/Sign_0/SignedValue.dat", seal.sign(digest, SIGNATURE, now));
        put(
                "/Doc_0/Signs/Signatures.xml",
                "<ofd:Signatures " + NAMESPACE + "><ofd:MaxSignId>1</ofd:MaxSignId>"
                        + "<ofd:Signature ID=\"1\" Type=\"Seal\" BaseLoc=\"" + SIGNATURE + "\"/></ofd:Signatures>");
    }

    private byte[] zip(Instant now) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey().substring(1));
                entry.setTime(now.toEpochMilli());
                zip.putNextEntry(entry);
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private void put(String name, String xml) {
        parts.put(name, (DECLARATION + xml).getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
