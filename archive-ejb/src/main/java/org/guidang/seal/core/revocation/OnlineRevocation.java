// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.revocation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.guidang.seal.core.Asn1;
import org.guidang.seal.core.Cryptography;
import org.guidang.shared.Finding;

/**
 * Asks the status services a certificate names, then for the lists it names, within what is allowed. What comes is
 * checked before it is handed on or kept: who signed it, about whom, nonce, time. Kept until its next update, at most an
 * hour; a failure is kept for a few minutes, so that one service that is down does not hold up every file.
 */
public final class OnlineRevocation implements RevocationSource {

    private static final int LARGEST_ANSWER = 64 * 1024;
    private static final int LARGEST_LIST = 16 * 1024 * 1024;
    private static final Duration KEPT = Duration.ofHours(1);

    private final GuardedFetch fetch;
    private final Clock clock;
    private final AnswerCache cache;

    /** @param limit for looking up, connecting and the whole answer together */
    public OnlineRevocation(AllowedHosts hosts, Duration limit, Clock clock) {
        this(hosts, limit, clock, InetAddress::getAllByName);
    }

    OnlineRevocation(AllowedHosts hosts, Duration limit, Clock clock, GuardedFetch.Resolver resolver) {
        this.fetch = new GuardedFetch(hosts, limit, resolver);
        this.clock = clock;
        this.cache = new AnswerCache(clock);
    }

    @Override
    public Told about(X509Certificate certificate, X509Certificate issuer) {
        ServiceAddresses addresses = ServiceAddresses.of(certificate);
        List<Finding> remarks = new ArrayList<>();
        for (String address : addresses.responders()) {
            try {
                StatusAnswer answer = cache.answer(address, certificate, () -> ask(address, certificate, issuer));
                return new Told(new RevocationMaterial(List.of(), List.of(answer)), remarks);
            } catch (RevocationUnavailableException none) {
                remarks.add(none.problem().about(certificate, address));
            }
        }
        for (String address : addresses.lists()) {
            try {
                X509CRL list = cache.list(address, issuer, () -> list(address, issuer));
                return new Told(new RevocationMaterial(List.of(list), List.of()), remarks);
            } catch (RevocationUnavailableException none) {
                remarks.add(none.problem().about(certificate, address));
            }
        }
        if (remarks.isEmpty()) {
            remarks.add(RevocationProblem.NO_SERVICE.about(certificate, ""));
        }
        return new Told(RevocationMaterial.none(), remarks);
    }

    private AnswerCache.Kept<StatusAnswer> ask(String address, X509Certificate certificate, X509Certificate issuer)
            throws RevocationUnavailableException {
        try {
            StatusRequest request = StatusRequest.about(certificate, issuer);
            StatusAnswer answer = StatusAnswer.read(
                    fetch.post(address, request.encoded(), "application/ocsp-request", LARGEST_ANSWER));
            // A delegate without exemption is believed when a list says so; the one who asks has the lists.
            StatusSaid said = answer.about(certificate, issuer, List.of(), (responder, by, at) -> true);
            if (answer.nonce().isPresent() && !Arrays.equals(answer.nonce().get(), request.nonce())) {
                throw new RevocationUnavailableException(RevocationProblem.NONCE, "");
            }
            Instant now = clock.instant();
            if (!said.isCurrent(now)) {
                throw new RevocationUnavailableException(
                        RevocationProblem.NOT_CURRENT, said.thisUpdate() + " - " + said.nextUpdate());
            }
            if (said.status() == StatusSaid.Status.UNKNOWN) {
                throw new RevocationUnavailableException(RevocationProblem.UNKNOWN_THERE, "");
            }
            return new AnswerCache.Kept<>(answer, until(said.nextUpdate(), now));
        } catch (RevocationUnavailableException told) {
            throw told;
        } catch (IOException | GeneralSecurityException unlikely) {
            throw new RevocationUnavailableException(RevocationProblem.UNREADABLE, "");
        }
    }

    private AnswerCache.Kept<X509CRL> list(String address, X509Certificate issuer)
            throws RevocationUnavailableException {
        byte[] octets = fetch.get(address, LARGEST_LIST);
        X509CRL list;
        try {
            Asn1.read(octets);
            list = (X509CRL) CertificateFactory.getInstance("X.509", Cryptography.provider())
                    .generateCRL(new ByteArrayInputStream(octets));
        } catch (IOException | GeneralSecurityException | RuntimeException malformed) {
            throw new RevocationUnavailableException(RevocationProblem.UNREADABLE, "");
        }
        if (list == null) {
            throw new RevocationUnavailableException(RevocationProblem.UNREADABLE, "");
        }
        try {
            list.verify(issuer.getPublicKey(), Cryptography.provider());
        } catch (GeneralSecurityException | RuntimeException no) {
            throw new RevocationUnavailableException(RevocationProblem.WRONG_SIGNER, "");
        }
        Instant now = clock.instant();
        Instant next =
                list.getNextUpdate() == null ? null : list.getNextUpdate().toInstant();
        if (next == null
                || now.isAfter(next.plus(StatusSaid.CLOCKS_APART))
                || list.getThisUpdate().toInstant().isAfter(now.plus(StatusSaid.CLOCKS_APART))) {
            throw new RevocationUnavailableException(RevocationProblem.NOT_CURRENT, "");
        }
        return new AnswerCache.Kept<>(list, until(next, now));
    }

    private static Instant until(Instant next, Instant now) {
        Instant most = now.plus(KEPT);
        return next == null || next.isAfter(most) ? most : next;
    }
}
