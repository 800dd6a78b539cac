// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.ofd;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.guidang.detection.core.TestAuthority;
import org.guidang.seal.core.Cryptography;

/** Makes sealed OFD files for tests, sound by itself; each method spoils one thing before it is built. */
final class SealedOfd {

    private static final String SIGN = "Doc_0/Signs/Sign_0/";

    private final TestAuthority authority;
    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final List<String> leftOut = new ArrayList<>();
    private TestAuthority.Holder maker;
    private TestAuthority.Holder signer;
    private List<TestAuthority.Holder> listed;
    private boolean listDigests;
    private int version = 4;
    private String time = "20250301080000Z";
    private String validFrom = "20240601000000Z";
    private String validTo = "20300601000000Z";
    private UnaryOperator<byte[]> makerSignature = UnaryOperator.identity();
    private UnaryOperator<byte[]> sealFile = UnaryOperator.identity();
    private String propertyInfo = "/" + SIGN + "Signature.xml";

    SealedOfd(TestAuthority authority) {
        this.authority = authority;
        maker = authority.issue("Seal Maker");
        signer = authority.issue("Signer");
        listed = List.of(signer);
        part("OFD.xml", """
                <ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" Version="1.1" DocType="OFD"><ofd:DocBody>\
                <ofd:DocInfo><ofd:DocID>0</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>\
                <ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures></ofd:DocBody></ofd:OFD>""");
        document("");
        part("Doc_0/PublicRes.xml", """
                <ofd:Res xmlns:ofd="http://www.ofdspec.org/2016" BaseLoc="Res"><ofd:Fonts>\
                <ofd:Font ID="3" FontName="SimSun"/></ofd:Fonts></ofd:Res>""");
        part("Doc_0/Pages/Page_0/Content.xml", page("1000.00"));
        part("Doc_0/Signs/Signatures.xml", """
                <ofd:Signatures xmlns:ofd="http://www.ofdspec.org/2016">\
                <ofd:Signature ID="1" Type="Seal" BaseLoc="/Doc_0/Signs/Sign_0/Signature.xml"/></ofd:Signatures>""");
    }

    static String page(String text) {
        return """
                <ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Content><ofd:Layer ID="2">\
                <ofd:TextObject ID="4" Boundary="10 10 50 5" Font="3" Size="3"><ofd:TextCode>%s</ofd:TextCode>\
                </ofd:TextObject></ofd:Layer></ofd:Content></ofd:Page>""".formatted(text);
    }

    SealedOfd document(String more) {
        return part("Doc_0/Document.xml", """
                <ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CommonData>\
                <ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>\
                <ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages>%s</ofd:Document>""".formatted(more));
    }

    SealedOfd part(String name, String xml) {
        parts.put(name, xml.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** The signature does not mention this part. */
    SealedOfd unprotected(String name) {
        leftOut.add(name);
        return this;
    }

    SealedOfd version(int number) {
        version = number;
        return this;
    }

    SealedOfd signedAt(String generalizedTime) {
        time = generalizedTime;
        return this;
    }

    SealedOfd signer(TestAuthority.Holder holder) {
        signer = holder;
        listed = List.of(holder);
        return this;
    }

    SealedOfd maker(TestAuthority.Holder holder) {
        maker = holder;
        return this;
    }

    SealedOfd listing(TestAuthority.Holder... holders) {
        listed = List.of(holders);
        return this;
    }

    SealedOfd listingDigests() {
        listDigests = true;
        return this;
    }

    SealedOfd makerSignature(UnaryOperator<byte[]> change) {
        makerSignature = change;
        return this;
    }

    SealedOfd sealFile(UnaryOperator<byte[]> change) {
        sealFile = change;
        return this;
    }

    SealedOfd propertyInfo(String path) {
        propertyInfo = path;
        return this;
    }

    TestAuthority authority() {
        return authority;
    }

    byte[] build() {
        try {
            ASN1Encodable seal = seal();
            Map<String, byte[]> all = new LinkedHashMap<>(parts);
            all.put(SIGN + "Seal.esl", sealFile.apply(encoded(seal)));
            byte[] signature = signatureXml(all);
            all.put(SIGN + "Signature.xml", signature);
            all.put(SIGN + "SignedValue.dat", signedValue(seal, signature));
            return zip(all);
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private ASN1Encodable seal() throws GeneralSecurityException {
        ASN1EncodableVector certificates = new ASN1EncodableVector();
        for (TestAuthority.Holder holder : listed) {
            certificates.add(listDigests ? digestOf(holder) : new DEROctetString(der(holder)));
        }
        ASN1Encodable header = sequence(new DERIA5String("ES"), new ASN1Integer(version), new DERIA5String("TEST"));
        ASN1Encodable property = sequence(
                new ASN1Integer(1),
                new DERUTF8String("某某局电子证照专用章"),
                new ASN1Integer(listDigests ? 2 : 1),
                new DERSequence(certificates),
                new ASN1GeneralizedTime(validFrom),
                new ASN1GeneralizedTime(validFrom),
                new ASN1GeneralizedTime(validTo));
        ASN1Encodable picture = sequence(
                new DERIA5String("PNG"), new DEROctetString(new byte[16]), new ASN1Integer(40), new ASN1Integer(40));
        ASN1Encodable info = sequence(header, new DERIA5String("32010000000001"), property, picture);
        byte[] value = makerSignature.apply(maker.sign(encoded(info)));
        return sequence(info, new DEROctetString(der(maker)), Cryptography.SM2_WITH_SM3, new DERBitString(value));
    }

    private static ASN1Encodable digestOf(TestAuthority.Holder holder) throws GeneralSecurityException {
        byte[] digest = Cryptography.digest("SM3").digest(der(holder));
        return sequence(new DERPrintableString("1.2.156.10197.1.401"), new DEROctetString(digest));
    }

    private byte[] signedValue(ASN1Encodable seal, byte[] signatureXml) throws GeneralSecurityException {
        ASN1Encodable signed = sequence(
                new ASN1Integer(version),
                seal,
                new ASN1GeneralizedTime(time),
                new DERBitString(Cryptography.digest("SM3").digest(signatureXml)),
                new DERIA5String(propertyInfo));
        return encoded(sequence(
                signed,
                new DEROctetString(der(signer)),
                Cryptography.SM2_WITH_SM3,
                new DERBitString(signer.sign(encoded(signed)))));
    }

    private byte[] signatureXml(Map<String, byte[]> all) throws GeneralSecurityException {
        StringBuilder references = new StringBuilder();
        for (Map.Entry<String, byte[]> part : all.entrySet()) {
            if (!leftOut.contains(part.getKey()) && !part.getKey().endsWith("Signatures.xml")) {
                references.append("<ofd:Reference FileRef=\"/%s\"><ofd:CheckValue>%s</ofd:CheckValue></ofd:Reference>"
                        .formatted(
                                part.getKey(),
                                Base64.getEncoder()
                                        .encodeToString(
                                                Cryptography.digest("SM3").digest(part.getValue()))));
            }
        }
        return """
                <ofd:Signature xmlns:ofd="http://www.ofdspec.org/2016"><ofd:SignedInfo>\
                <ofd:SignatureMethod>1.2.156.10197.1.501</ofd:SignatureMethod>\
                <ofd:References CheckMethod="1.2.156.10197.1.401">%s</ofd:References>\
                <ofd:StampAnnot ID="1" PageRef="1" Boundary="0 0 40 40"/>\
                <ofd:Seal><ofd:BaseLoc>/%sSeal.esl</ofd:BaseLoc></ofd:Seal></ofd:SignedInfo>\
                <ofd:SignedValue>/%sSignedValue.dat</ofd:SignedValue></ofd:Signature>""".formatted(references, SIGN, SIGN).getBytes(StandardCharsets.UTF_8);
    }

    /** The same parts in a container, as anybody may write it. */
    static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(octets)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return octets.toByteArray();
    }

    private static DERSequence sequence(ASN1Encodable... elements) {
        return new DERSequence(elements);
    }

    private static byte[] der(TestAuthority.Holder holder) {
        try {
            return holder.certificate().getEncoded();
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] encoded(ASN1Encodable element) {
        try {
            return element.toASN1Primitive().getEncoded("DER");
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
