// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.guidang.seal.core.TrustVerdict.Standing;
import org.guidang.seal.core.revocation.RevocationMaterial;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/** Whether a time-stamp's signer may be believed: its purpose, its path when it stamped, and what happened since. */
final class TimeStampTrust {

    private static final String PLACE = "time-stamp";

    private final TrustJudge judge;
    private final RevocationMaterial material;
    private final Collection<X509Certificate> others;

    TimeStampTrust(Trust trust, SignedMessage message, Collection<X509Certificate> others) {
        this.judge = new TrustJudge(trust);
        this.material = EmbeddedRevocation.of(message, message.signers().get(0));
        this.others = others;
    }

    /** Judges at the stated time and looks at what is known at the later instant. */
    TrustVerdict judge(X509Certificate signer, Instant time, Instant at, List<Finding> findings) {
        TrustVerdict then = judge.judge(signer, others, material, time, Use.TIME_STAMPING);
        if (!PathRules.isTimeStamping(signer)) {
            findings.add(Finding.failed(
                            "timestamp.not-an-authority",
                            Characteristic.AUTHENTICITY,
                            "seal.timestamp.not-an-authority")
                    .at(PLACE)
                    .expecting("1.3.6.1.5.5.7.3.8", TrustJudge.name(signer)));
            return then;
        }
        Finding finding = switch (then.standing()) {
            case TRUSTED -> null;
            case UNTRUSTED ->
                Finding.undecided("timestamp.untrusted", Characteristic.AUTHENTICITY, "seal.timestamp.untrusted");
            case REVOCATION_UNKNOWN ->
                Finding.undecided(
                        "timestamp.revocation-unknown",
                        Characteristic.AUTHENTICITY,
                        "seal.timestamp.revocation-unknown");
            case EXPIRED, NOT_YET_VALID ->
                Finding.failed(
                        "timestamp.outside-validity", Characteristic.AUTHENTICITY, "seal.timestamp.outside-validity");
            case REVOKED -> Finding.failed("timestamp.revoked", Characteristic.AUTHENTICITY, "seal.timestamp.revoked");
            case UNFIT -> Finding.failed("timestamp.unfit", Characteristic.AUTHENTICITY, "seal.timestamp.unfit");
            case BROKEN ->
                Finding.failed("timestamp.chain-broken", Characteristic.AUTHENTICITY, "seal.timestamp.chain-broken");
        };
        if (finding != null) {
            findings.add(finding.at(PLACE).expecting(time.toString(), then.about()));
            findings.addAll(then.remarks());
        } else {
            since(signer, at, findings);
        }
        return then;
    }

    private void since(X509Certificate signer, Instant at, List<Finding> findings) {
        TrustVerdict now = judge.judge(signer, others, material, at, Use.TIME_STAMPING);
        if (now.standing() == Standing.REVOKED && now.revoked().keyNotStolen()) {
            findings.add(
                    Finding.note("timestamp.ended-since", Characteristic.AUTHENTICITY, "seal.timestamp.ended-since")
                            .at(PLACE)
                            .expecting(String.valueOf(now.revokedAt()), now.about()));
        } else if (now.standing() == Standing.REVOKED) {
            // RFC 3161 section 4: unless the reason excludes a stolen key, earlier tokens are in doubt.
            findings.add(Finding.undecided(
                            "timestamp.revoked-since", Characteristic.AUTHENTICITY, "seal.timestamp.revoked-since")
                    .at(PLACE)
                    .expecting(String.valueOf(now.revokedAt()), now.about()));
        } else if (now.standing() == Standing.EXPIRED) {
            findings.add(
                    Finding.note("timestamp.expired-since", Characteristic.AUTHENTICITY, "seal.timestamp.expired-since")
                            .at(PLACE)
                            .expecting("", now.about()));
        }
    }
}
