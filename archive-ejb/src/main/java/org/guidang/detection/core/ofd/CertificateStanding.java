// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.ofd;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.guidang.seal.core.Trust;
import org.guidang.seal.core.TrustJudge;
import org.guidang.seal.core.TrustVerdict;
import org.guidang.seal.core.TrustVerdict.Standing;
import org.guidang.seal.core.Use;
import org.guidang.shared.Characteristic;

/**
 * The certificates behind a seal: the signer's at signing time, the maker's when the seal was made; chain, period, key
 * usage, revocation (GB/T 38540-2020 8). Who is not known is not bad: no trust anchor is INDETERMINATE. A period that
 * does not contain the signing time fails even then, because the certificate says so itself.
 */
final class CertificateStanding implements SealStep {

    @Override
    public void examine(SealCase seal) {
        seal.signer().ifPresent(signer -> {
            TrustVerdict verdict = judge(seal, "seal.signer", signer, seal.time(), Use.SIGNING);
            seal.trust(verdict);
            seal.claimedTime()
                    .filter(claimed -> seal.provenTime().isPresent() && outside(signer, claimed))
                    .ifPresent(claimed -> period(seal, "seal.signer", signer, claimed));
            if (seal.provenTime().isEmpty()) {
                revokedSince(seal, "seal.signer", signer, verdict);
            }
        });
        seal.maker()
                .ifPresent(maker -> seal.sealed()
                        .ifPresent(data ->
                                judge(seal, "seal.maker", maker, data.seal().created(), Use.SEAL_MAKING)));
    }

    private static TrustVerdict judge(SealCase seal, String who, X509Certificate certificate, Instant at, Use use) {
        Trust trust = seal.report().examination().trust();
        TrustVerdict verdict = new TrustJudge(trust).judge(certificate, List.of(), at, use);
        String about = SignatureValue.subject(certificate);
        switch (verdict.standing()) {
            case TRUSTED -> {
                // nothing to say
            }
            case UNTRUSTED -> {
                seal.report().undecided(who + ".untrusted", Characteristic.AUTHENTICITY, seal.place(), "", about);
                if (outside(certificate, at)) {
                    period(seal, who, certificate, at);
                }
            }
            case REVOCATION_UNKNOWN -> {
                seal.report()
                        .undecided(who + ".revocation-unknown", Characteristic.AUTHENTICITY, seal.place(), "", about);
                verdict.remarks().forEach(remark -> seal.report().adopt(remark, seal.place()));
            }
            case EXPIRED, NOT_YET_VALID -> period(seal, who, certificate, at);
            case REVOKED ->
                seal.report()
                        .failed(
                                who + ".revoked",
                                Characteristic.AUTHENTICITY,
                                seal.place(),
                                "> " + at,
                                verdict.revokedAt());
            case UNFIT, BROKEN ->
                seal.report()
                        .failed(who + ".unfit", Characteristic.AUTHENTICITY, seal.place(), verdict.reason(), about);
        }
        return verdict;
    }

    /**
     * Revoked by now, but after the time the signer claims: without a time-stamp nobody can tell whether the claim is
     * true, and whoever got hold of the key would claim just that.
     */
    private static void revokedSince(SealCase seal, String who, X509Certificate certificate, TrustVerdict then) {
        if (then.standing() != Standing.TRUSTED && then.standing() != Standing.REVOCATION_UNKNOWN) {
            return;
        }
        Instant now = seal.report().examination().at();
        Instant latest = certificate.getNotAfter().toInstant();
        TrustVerdict today = new TrustJudge(seal.report().examination().trust())
                .judge(certificate, List.of(), now.isAfter(latest) ? latest : now, Use.SIGNING);
        if (today.standing() == Standing.REVOKED) {
            seal.report()
                    .undecided(
                            who + ".revoked-later",
                            Characteristic.AUTHENTICITY,
                            seal.place(),
                            String.valueOf(seal.time()),
                            today.revokedAt());
        }
    }

    private static boolean outside(X509Certificate certificate, Instant at) {
        Date date = Date.from(at);
        return date.before(certificate.getNotBefore()) || date.after(certificate.getNotAfter());
    }

    private static void period(SealCase seal, String who, X509Certificate certificate, Instant at) {
        seal.report()
                .failed(
                        who + ".outside-period",
                        Characteristic.AUTHENTICITY,
                        seal.place(),
                        certificate.getNotBefore().toInstant() + " – "
                                + certificate.getNotAfter().toInstant(),
                        at);
    }
}
