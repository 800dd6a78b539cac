// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.ofd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guidang.detection.core.SealInformation;
import org.guidang.seal.core.TrustVerdict;
import org.guidang.seal.core.ses.ElectronicSealData;
import org.guidang.seal.core.ses.SealPicture;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.shared.Outcome;

/**
 * All seals and signatures of a document, each verified by the same steps in the same order. A step that cannot run
 * says so or leaves it to the one that could not read; none is skipped because another failed.
 */
final class OfdSeals {

    /** Ours: signatures on one document. */
    private static final int MOST_SIGNATURES = 200;

    private static final List<SealStep> OF_A_SEAL = List.of(
            new SealStructure(),
            new ReferenceDigests(),
            new CoverageOfFiles(),
            new SealFileEqual(),
            new DataHash(),
            new SignatureValue(),
            new SealTimeStamp(),
            new SealValidity(),
            new SignerListed(),
            new CertificateStanding());

    private static final List<SealStep> OF_A_SIGNATURE =
            List.of(new ReferenceDigests(), new CoverageOfFiles(), new MessageSignature(), new SealValidity());

    private final OfdParts parts;
    private final OfdReport report;

    OfdSeals(OfdParts parts) {
        this.parts = parts;
        this.report = parts.report();
    }

    /** Verifies all signatures that a signature list names. */
    List<SealInformation> verify(String list) {
        XmlElement root;
        try {
            root = XmlPart.tree(parts.pack(), list);
        } catch (UnreadableOfdException refused) {
            report.failed(refused);
            return List.of();
        }
        List<XmlElement> named = root.all("Signature");
        if (named.isEmpty()) {
            report.failed("ofd.seal.list-empty", Characteristic.AUTHENTICITY, root.place(list), "Signature", "");
        }
        if (named.size() > MOST_SIGNATURES) {
            report.failed(
                    "ofd.seal.too-many",
                    Characteristic.SECURITY,
                    root.place(list),
                    "<= " + MOST_SIGNATURES,
                    named.size());
        }
        // All are read first, so that every part of a signature is known as such before coverage is asked.
        List<SignatureFile> files = new ArrayList<>();
        List<OfdReport> reports = new ArrayList<>();
        for (XmlElement one : named.subList(0, Math.min(named.size(), MOST_SIGNATURES))) {
            OfdReport own = report.ofOneSeal();
            SignatureFile.read(parts, own, list, one).ifPresent(file -> {
                files.add(file);
                reports.add(own);
            });
        }
        List<SealInformation> seals = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            List<String> later = files.subList(i + 1, files.size()).stream()
                    .map(SignatureFile::part)
                    .toList();
            seals.add(verify(new SealCase(parts, reports.get(i), files.get(i), later)));
        }
        return seals;
    }

    private static SealInformation verify(SealCase seal) {
        boolean message = MessageSignature.isMessage(seal);
        if (!message && seal.file().type().equals("Sign")) {
            seal.report()
                    .warning(
                            "ofd.seal.type",
                            Characteristic.AUTHENTICITY,
                            seal.place(),
                            "Seal",
                            seal.file().type());
        }
        for (SealStep step : message ? OF_A_SIGNATURE : OF_A_SEAL) {
            step.examine(seal);
        }
        seal.verified().stream()
                .map(part -> seal.file().part() + ": " + part)
                .forEach(seal.report().examination()::cover);
        return information(seal, !message);
    }

    private static SealInformation information(SealCase seal, boolean withSeal) {
        Optional<ElectronicSealData> stamp = seal.sealed().map(data -> data.seal());
        Outcome outcome = Outcome.of(seal.report().own());
        return new SealInformation(
                seal.file().id(),
                withSeal,
                seal.sealed().map(data -> data.version().standard()).orElse(withSeal ? "" : "GB/T 35275-2017"),
                stamp.map(ElectronicSealData::name).orElse(""),
                stamp.map(ElectronicSealData::id).orElse(""),
                seal.maker().map(SignatureValue::subject).orElse(""),
                seal.signer().map(SignatureValue::subject).orElse(""),
                seal.signer()
                        .map(signer -> signer.getIssuerX500Principal().getName())
                        .orElse(""),
                seal.claimedTime().orElse(null),
                seal.provenTime().orElse(null),
                stamp.map(ElectronicSealData::validFrom).orElse(null),
                stamp.map(ElectronicSealData::validTo).orElse(null),
                seal.file().stamps().stream().map(SealInformation.Stamp::page).toList(),
                seal.file().stamps(),
                outcome == Outcome.PASSED
                        ? stamp.map(ElectronicSealData::picture)
                                .map(SealPicture::data)
                                .orElse(new byte[0])
                        : new byte[0],
                seal.verified(),
                seal.trust().map(TrustVerdict::standing).map(Enum::name).orElse(""),
                outcome,
                seal.report().own().stream().map(Finding::code).distinct().toList());
    }
}
