// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.benchmark;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.guidang.seal.TimeStampUnavailableException;
import org.guidang.seal.core.CertificateIssuer;
import org.guidang.seal.core.SigningKey;
import org.guidang.seal.core.Suite;
import org.guidang.seal.core.TimeStampAuthority;
import org.guidang.seal.core.TimeStampIssuer;
import org.guidang.seal.core.TimeStampRequestMaker;
import org.guidang.seal.core.TimeStampVerifier;
import org.guidang.seal.core.Trust;
import org.guidang.shared.Digest;

/** An SM2 authority with a signer and a time-stamper, made anew in each process. */
final class BenchmarkKeys {

    final Instant now = Instant.now();
    final SigningKey signer;
    final Trust trust;
    private final TimeStampIssuer stamper;

    BenchmarkKeys() throws GeneralSecurityException {
        Instant from = now.minus(Duration.ofDays(1));
        Instant until = now.plus(Duration.ofDays(365));
        CertificateIssuer root = CertificateIssuer.root(Suite.SM2_SM3, "CN=Root", from, until);
        signer = root.issue("33000001", "CN=Window", CertificateIssuer.Profile.SIGNER, from, until);
        stamper = new TimeStampIssuer(
                root.issue("tsa", "CN=TSA", CertificateIssuer.Profile.TIME_STAMPER, from, until),
                Clock.systemUTC(),
                TimeStampIssuer.POLICY);
        trust = new Trust(
                List.of(root.authority().certificate()),
                List.of(),
                List.of(root.revocationList(Map.of(), from, until)));
    }

    /** Nobody answers: the package is signed and its time-stamp pending. */
    static TimeStampAuthority silent() {
        return authority(imprint -> {
            throw new TimeStampUnavailableException("seal.timestamp.unavailable");
        });
    }

    /** An authority in the same process, without the network. */
    TimeStampAuthority answering() {
        return authority(imprint -> {
            byte[] request = new TimeStampRequestMaker().make(imprint, null).encoded();
            return TimeStampVerifier.tokenOf(stamper.answer(request));
        });
    }

    private interface Stamper {
        byte[] stamp(Digest imprint) throws Exception;
    }

    private static TimeStampAuthority authority(Stamper stamper) {
        return new TimeStampAuthority() {
            @Override
            public byte[] stamp(Digest imprint) {
                try {
                    return stamper.stamp(imprint);
                } catch (RuntimeException told) {
                    throw told;
                } catch (Exception other) {
                    throw new IllegalStateException(other);
                }
            }

            @Override
            public boolean demonstration() {
                return true;
            }
        };
    }
}
