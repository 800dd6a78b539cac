// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.guidang.seal.core.CertificateIssuer;
import org.guidang.seal.core.CertificateIssuer.Profile;
import org.guidang.seal.core.OpenSslSigner;
import org.guidang.seal.core.OutsideSignature;
import org.guidang.seal.core.SigningKey;
import org.guidang.seal.core.Suite;
import org.guidang.seal.core.Trust;
import org.guidang.shared.Level;
import org.guidang.shared.Outcome;
import org.guidang.shared.core.PrintFonts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists and receipts one party signed outside the server are verified from themselves and the anchors, as all others. */
class OutsideSignatureOnPaperTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Suite.class)
    @DisplayName("证书签字的清单和回执：PDF、XML、JSON 均可脱机核验通过")
    void every_form_with_a_signature_made_outside_is_verified_by_itself(Suite suite) throws Exception {
        SignedSample sample = new SignedSample(3, NOW);
        CertificateIssuer root = CertificateIssuer.root(suite, "CN=Another Root", from(), until());
        SigningKey zhang = root.issue("zhang", "C=CN,O=市民政局,CN=张伟", Profile.SIGNER, from(), until());
        Trust trust = sample.trust().and(new Trust(List.of(root.authority().certificate()), List.of(), List.of()));
        byte[] cms = suite == Suite.SM2_SM3
                ? byBouncyCastle(zhang, sample.text())
                : new OpenSslSigner(folder, zhang).sign(sample.text());
        OutsideSignature.Judged judged = new OutsideSignature(trust, Instant.now())
                .judge(cms, sample.text(), NOW.minusSeconds(60), zhang.certificate()::equals);
        assertEquals(List.of(), judged.findings());
        PrintedList list = sample.agencySignedBy(cms, zhang.certificate(), judged.signedAt());

        for (String form : List.of("list.pdf", "list.xml", "list.json", "receipt.pdf", "receipt.json")) {
            Path file = write(list, form);
            ListVerifier.Verdict verdict = new ListVerifier(trust, Instant.now(), null).verify(file, form);
            List<String> serious = new ArrayList<>();
            verdict.findings().stream()
                    .filter(finding -> finding.level() != Level.NOTE)
                    .forEach(finding -> serious.add(finding.code()));
            assertEquals(List.of(), serious, form);
            assertEquals(Outcome.PASSED, verdict.outcome(), form);
            assertEquals(List.of(list.checkpoint().text(), "2 / 2 signatures"), verdict.covered(), form);
        }
    }

    /** As a vendor's tool does: SM2 with SM3, its own choice of attributes, BER. */
    private static byte[] byBouncyCastle(SigningKey key, byte[] text) throws Exception {
        BouncyCastleProvider provider = new BouncyCastleProvider();
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder()
                        .setProvider(provider)
                        .build())
                .build(
                        new JcaContentSignerBuilder("SM3withSM2")
                                .setProvider(provider)
                                .build(key.key()),
                        key.certificate()));
        generator.addCertificates(new JcaCertStore(key.chain()));
        return generator.generate(new CMSProcessableByteArray(text), false).getEncoded();
    }

    private Path write(PrintedList list, String form) throws Exception {
        Path file = folder.resolve(form);
        try (OutputStream out = Files.newOutputStream(file)) {
            PrintFonts fonts = PrintFonts.ofThisSystem();
            switch (form) {
                case "list.pdf" -> new TransferListPdf(fonts).write(list, NOW, out);
                case "receipt.pdf" -> new ReceiptPdf(fonts).write(list, NOW, out);
                case "list.xml" -> TransferListXml.write(list, out);
                case "list.json" -> TransferListJson.write(list, out);
                default -> TransferListJson.write(list, ReceiptPdf.number(list), out);
            }
        }
        return file;
    }

    private static Instant from() {
        return NOW.minusSeconds(86_400);
    }

    private static Instant until() {
        return NOW.plusSeconds(365 * 86_400L);
    }
}
