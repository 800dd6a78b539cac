// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.cms.CMSSignedData;
import org.guidang.seal.core.CertificateIssuer;
import org.guidang.seal.core.CmsSigner;
import org.guidang.seal.core.Cryptography;
import org.guidang.seal.core.SigningKey;
import org.guidang.seal.core.Suite;
import org.guidang.seal.core.TimeStampIssuer;
import org.guidang.seal.core.TimeStampRequestMaker;
import org.guidang.seal.core.TimeStampVerifier;
import org.guidang.seal.core.Trust;
import org.guidang.shared.Actor;
import org.guidang.shared.Digest;
import org.guidang.shared.Outcome;
import org.guidang.shared.core.FixityMeter;
import org.guidang.transfer.OfferedFacts;
import org.guidang.transfer.Party;
import org.guidang.transfer.Signed;
import org.guidang.transfer.TestResult;
import org.guidang.transfer.TransferList;
import org.guidang.transfer.TransferListNumber;

/** A hand-over of real packages' octets, signed by two people with real keys and stamped by a real authority. */
public final class SignedSample {

    public static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");
    private static final Actor ARCHIVIST = new Actor("li", "李静", "WZ", Set.of());
    private static final Actor REVIEWER = new Actor("zhang", "张伟", "MZ", Set.of());

    private final Instant now;
    private final CertificateIssuer root;
    private final SigningKey window;
    private final SigningKey agency;
    private final TimeStampIssuer stamper;
    private final TransferList list;

    public SignedSample(int packages) {
        this(packages, NOW);
    }

    public SignedSample(int packages, Instant now) {
        this.now = now;
        try {
            root = CertificateIssuer.root(
                    Suite.SM2_SM3, "CN=Root", now.minusSeconds(86400), now.plusSeconds(365 * 86400L));
            window = root.issue(
                    "li",
                    "CN=李静",
                    CertificateIssuer.Profile.SIGNER,
                    now.minusSeconds(86400),
                    now.plusSeconds(365 * 86400L));
            agency = root.issue(
                    "zhang",
                    "CN=张伟",
                    CertificateIssuer.Profile.SIGNER,
                    now.minusSeconds(86400),
                    now.plusSeconds(365 * 86400L));
            stamper = new TimeStampIssuer(
                    root.issue(
                            "tsa",
                            "CN=TSA",
                            CertificateIssuer.Profile.TIME_STAMPER,
                            now.minusSeconds(86400),
                            now.plusSeconds(365 * 86400L)),
                    Clock.fixed(now, ZoneOffset.UTC),
                    TimeStampIssuer.POLICY);
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
        list = new TransferList(TransferListNumber.of("WZ", 2026, 12), "MZ", null, ARCHIVIST, now);
        List<OfferedFacts> offered = new ArrayList<>();
        List<TestResult> results = new ArrayList<>();
        for (int i = 1; i <= packages; i++) {
            offered.add(facts(i));
            results.add(new TestResult(number(i), Outcome.PASSED, "yj-" + i));
        }
        list.add(offered, ARCHIVIST, now);
        list.remark("WZ-2026-0012-01", "𠮷 & <急>；\"复印件\"", ARCHIVIST, now);
        list.submit(ARCHIVIST, now, FixityMeter::measure);
        list.receive(REVIEWER, now);
        list.tested(results);
        list.accept(offered.stream().map(OfferedFacts::packageNumber).toList(), null, REVIEWER, now);
        list.conclude(REVIEWER, now, FixityMeter::measure);
    }

    public static String number(int i) {
        return "WZ-2026-%06d".formatted(i);
    }

    /** The octets of a package; for the list they need not be a package. */
    public static byte[] octets(int i) {
        return ("package " + i).getBytes(StandardCharsets.UTF_8);
    }

    private static OfferedFacts facts(int i) {
        return new OfferedFacts(
                number(i),
                1,
                "3300002617111511%05d".formatted(i),
                "某某婚姻登记",
                "I" + i % 3,
                "婚姻登记及补发证件办理" + i % 3,
                "公共服务事项",
                "WZ",
                "MZ",
                "YEARS_30",
                3,
                900 + i,
                FixityMeter.measure(octets(i)),
                "归档检测合格",
                "gd-" + i);
    }

    /** Trusts the root, and knows that nothing was revoked. */
    public Trust trust() {
        try {
            return new Trust(
                    List.of(root.authority().certificate()),
                    List.of(),
                    List.of(root.revocationList(Map.of(), now.minusSeconds(86400), now.plusSeconds(365 * 86400L))));
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Signed by both, stamped. */
    public PrintedList signed() {
        return with(List.of(signature(Party.WINDOW, window, true), signature(Party.AGENCY, agency, true)));
    }

    PrintedList unstamped() {
        return with(List.of(signature(Party.WINDOW, window, true), signature(Party.AGENCY, agency, false)));
    }

    PrintedList signedByOne() {
        return with(List.of(signature(Party.WINDOW, window, true)));
    }

    PrintedList signedTwiceByOnePerson() {
        return with(List.of(signature(Party.WINDOW, window, true), signature(Party.AGENCY, window, true)));
    }

    /** What both sign. */
    byte[] text() {
        return list.text(2).octets();
    }

    /** The agency's signature was made elsewhere, by a certificate of the person's own; ours are stamp and window. */
    PrintedList agencySignedBy(byte[] made, X509Certificate certificate, Instant at) throws Exception {
        Suite suite = Suite.of(certificate.getPublicKey()).orElseThrow();
        byte[] value = CmsSigner.signatureValue(made);
        Digest imprint =
                Digest.of(suite.digest(), Cryptography.digest(suite.digest()).digest(value));
        byte[] request = new TimeStampRequestMaker().make(imprint, null).encoded();
        byte[] cms = CmsSigner.withTimeStamp(made, TimeStampVerifier.tokenOf(stamper.answer(request)));
        Signed own = signature(Party.AGENCY, agency, true);
        return with(List.of(
                signature(Party.WINDOW, window, true),
                new Signed(
                        Party.AGENCY,
                        own.userName(),
                        own.displayName(),
                        own.organization(),
                        own.organizationName(),
                        certificate.getSubjectX500Principal().getName(),
                        2,
                        own.sm3(),
                        Base64.getEncoder().encodeToString(cms),
                        "",
                        at)));
    }

    private PrintedList with(List<Signed> signatures) {
        PrintedList plain = PrintedList.of(list, 2, "市政务服务中心综合受理窗口", "市民政局", true);
        return new PrintedList(
                plain.number(),
                2,
                "",
                plain.window(),
                plain.windowName(),
                plain.agency(),
                plain.agencyName(),
                plain.rows(),
                plain.packages(),
                plain.text(),
                plain.fixity(),
                plain.checkpoint(),
                signatures,
                true);
    }

    private Signed signature(Party party, SigningKey key, boolean stamped) {
        try {
            byte[] text = list.text(2).octets();
            Digest digest = Digest.of("SM3", Cryptography.digest("SM3").digest(text));
            byte[] cms = CmsSigner.sign(key, digest, now);
            if (stamped) {
                byte[] value = new CMSSignedData(cms)
                        .getSignerInfos()
                        .iterator()
                        .next()
                        .getSignature();
                Digest imprint = Digest.of("SM3", Cryptography.digest("SM3").digest(value));
                byte[] request = new TimeStampRequestMaker().make(imprint, null).encoded();
                cms = CmsSigner.withTimeStamp(cms, TimeStampVerifier.tokenOf(stamper.answer(request)));
            }
            String name = key == window ? "李静" : "张伟";
            return new Signed(
                    party,
                    key == window ? "li" : "zhang",
                    name,
                    party == Party.WINDOW ? "WZ" : "MZ",
                    party == Party.WINDOW ? "市政务服务中心综合受理窗口" : "市民政局",
                    key.certificate().getSubjectX500Principal().getName(),
                    2,
                    digest.hex(),
                    Base64.getEncoder().encodeToString(cms),
                    stamped ? "" : null,
                    now);
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
