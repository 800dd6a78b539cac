// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.pdf;

import com.itextpdf.kernel.pdf.PdfArray;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfNumber;
import com.itextpdf.kernel.pdf.PdfObject;
import com.itextpdf.kernel.pdf.PdfString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;
import org.guidang.detection.core.SealInformation;
import org.guidang.seal.core.CmsVerifier;
import org.guidang.seal.core.Cryptography;
import org.guidang.seal.core.SignatureVerdict;
import org.guidang.seal.core.SignerVerdict;
import org.guidang.seal.core.TimeStampVerdict;
import org.guidang.seal.core.TimeStampVerifier;
import org.guidang.seal.core.Trust;
import org.guidang.seal.core.TrustVerdict;
import org.guidang.seal.core.ses.DerGuard;
import org.guidang.seal.core.ses.MalformedSealException;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.shared.Outcome;

/**
 * One signature of a PDF (ISO 32000-2 12.8): which octets it covers, and whether its signed message or time-stamp
 * verifies over them, SM2 as well as RSA and ECDSA. Later changes are judged elsewhere.
 */
final class PdfSignature {

    private static final PdfName TIME_STAMP = new PdfName("ETSI.RFC3161");
    private static final PdfName DIGEST_INSIDE = new PdfName("adbe.pkcs7.sha1");
    private static final PdfName BARE_RSA = new PdfName("adbe.x509.rsa_sha1");

    private final String name;
    private final PdfDictionary dictionary;
    private final Path path;
    private final PdfReport report;
    private SignedRanges ranges;
    private X509Certificate signer;
    private Instant claimedTime;
    private Instant provenTime;
    private TrustVerdict trust;
    private boolean intact;

    PdfSignature(String name, PdfDictionary dictionary, Path path, PdfReport report) {
        this.name = name;
        this.dictionary = dictionary;
        this.path = path;
        this.report = report;
    }

    String name() {
        return name;
    }

    String place() {
        return "signature " + name;
    }

    boolean isTimeStamp() {
        return TIME_STAMP.equals(dictionary.getAsName(PdfName.SubFilter))
                || new PdfName("DocTimeStamp").equals(dictionary.getAsName(PdfName.Type));
    }

    /** The octets covered; empty when the ranges were refused. */
    Optional<SignedRanges> ranges() {
        return Optional.ofNullable(ranges);
    }

    void examine(Trust believed, Instant at) throws IOException {
        PdfString value = dictionary.getAsString(PdfName.Contents);
        if (value == null) {
            report.failed("pdf.signature.no-value", Characteristic.AUTHENTICITY, place(), "/Contents", "");
            return;
        }
        byte[] contents = value.getValueBytes();
        SignedRanges read = new SignedRanges(path, numbers(dictionary.getAsArray(PdfName.ByteRange)));
        Optional<String> fault = read.fault(Files.size(path), contents);
        if (fault.isPresent()) {
            report.failed("pdf.signature.byte-range", Characteristic.AUTHENTICITY, place(), "", fault.get());
            return;
        }
        ranges = read;
        try {
            byte[] message = Arrays.copyOf(contents, DerGuard.check(contents, true));
            verify(message, believed, at);
        } catch (MalformedSealException malformed) {
            unreadable(malformed.getMessage());
        }
    }

    private void verify(byte[] message, Trust believed, Instant at) throws IOException {
        PdfName filter = dictionary.getAsName(PdfName.SubFilter);
        if (BARE_RSA.equals(filter)) {
            report.undecided("pdf.signature.unknown-form", Characteristic.AUTHENTICITY, place(), "", filter.getValue());
        } else if (isTimeStamp()) {
            TimeStampVerdict verdict = new TimeStampVerifier(believed).verify(message, ranges, at);
            verdict.findings().forEach(finding -> report.adopt(finding, place()));
            signer = verdict.signer();
            trust = verdict.trust();
            provenTime = verdict.proves() ? verdict.time() : null;
            claimedTime = verdict.time();
            covered(verdict.intact() && imprintFits(verdict));
        } else {
            SignatureVerdict verdict = new CmsVerifier(believed).verify(message, ranges, at);
            verdict.findings().forEach(this::adopt);
            if (verdict.attached()) {
                attached(message, filter);
            }
            for (SignerVerdict one : verdict.signers()) {
                signer = one.certificate();
                trust = one.trust();
                claimedTime = one.claimedTime();
                provenTime = one.provenTime().orElse(null);
            }
            covered(verdict.intact());
        }
    }

    private static boolean imprintFits(TimeStampVerdict verdict) {
        return verdict.findings().stream().noneMatch(finding -> finding.code().equals("timestamp.imprint"));
    }

    private void covered(boolean unchanged) {
        intact = unchanged;
        if (intact) {
            report.cover(place() + ": octets 0–" + ranges.end());
        }
    }

    /**
     * What is shown of the signature.
     *
     * @param changes what was found about later changes of the whole file
     */
    SealInformation information(List<Finding> changes) {
        List<Finding> all = new ArrayList<>(report.own());
        all.addAll(changes);
        return new SealInformation(
                name,
                false,
                dictionary.getAsName(PdfName.SubFilter) == null
                        ? ""
                        : dictionary.getAsName(PdfName.SubFilter).getValue(),
                "",
                "",
                "",
                signer == null ? "" : signer.getSubjectX500Principal().getName(),
                signer == null ? "" : signer.getIssuerX500Principal().getName(),
                claimedTime,
                provenTime,
                null,
                null,
                List.of(),
                List.of(),
                new byte[0],
                intact ? List.of("0–" + ranges.end()) : List.of(),
                trust == null ? "" : trust.standing().name(),
                Outcome.of(all),
                all.stream().map(Finding::code).distinct().toList());
    }

    /** A value that cannot be read proves nothing, for the document or against it. */
    private void adopt(Finding finding) {
        if (finding.code().equals("cms.malformed") || finding.code().equals("cms.not-signed-data")) {
            unreadable(finding.found());
        } else if (finding.code().equals("cms.digest-unknown") && namesASignature(finding.found())) {
            // RFC 5652 5.3: digestAlgorithm names a digest. A signature algorithm there is no digest we do not know.
            report.failed("pdf.signature.no-digest", Characteristic.AUTHENTICITY, place(), "", finding.found());
        } else {
            report.adopt(finding, place());
        }
    }

    private static boolean namesASignature(String algorithm) {
        try {
            return new DefaultAlgorithmNameFinder()
                    .getAlgorithmName(new ASN1ObjectIdentifier(algorithm))
                    .contains("WITH");
        } catch (IllegalArgumentException noIdentifier) {
            return false;
        }
    }

    private void unreadable(String why) {
        report.undecided("pdf.signature.unreadable", Characteristic.AUTHENTICITY, place(), "CMS", why);
    }

    /** adbe.pkcs7.sha1: the message holds the SHA-1 of the covered octets (ISO 32000-1 12.8.3.3.2). */
    private void attached(byte[] message, PdfName filter) throws IOException {
        try {
            SignedData data =
                    SignedData.getInstance(ContentInfo.getInstance(message).getContent());
            byte[] inside = ASN1OctetString.getInstance(
                            data.getEncapContentInfo().getContent())
                    .getOctets();
            boolean digest = DIGEST_INSIDE.equals(filter) || inside.length == 20 || inside.length == 32;
            byte[] now =
                    ranges.digest(inside.length == 32 ? "SHA-256" : "SHA-1").orElseThrow();
            boolean same = Arrays.equals(inside, now)
                    || inside.length == 32
                            && Arrays.equals(inside, ranges.digest("SM3").orElseThrow());
            if (!digest || !same) {
                report.failed("pdf.signature.other-content", Characteristic.AUTHENTICITY, place(), "", inside.length);
            } else if (Cryptography.isWeak(inside.length == 20 ? "SHA-1" : "SHA-256")) {
                report.warning("pdf.signature.weak-digest", Characteristic.AUTHENTICITY, place(), "SM3", "SHA-1");
            }
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException otherContent) {
            report.failed(
                    "pdf.signature.other-content", Characteristic.AUTHENTICITY, place(), "", otherContent.getMessage());
        } catch (NoSuchAlgorithmException allAreKnown) {
            throw new IllegalStateException(allAreKnown);
        }
    }

    private static long[] numbers(PdfArray array) {
        if (array == null || array.size() > 64) {
            return new long[0];
        }
        long[] numbers = new long[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            PdfObject one = array.get(i);
            numbers[i] = one instanceof PdfNumber number ? number.longValue() : -1;
        }
        return numbers;
    }
}
