// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.x509.Extension;
import org.guidang.seal.core.RevocationState.Kind;
import org.guidang.seal.core.TrustVerdict.Standing;
import org.guidang.seal.core.revocation.RevocationMaterial;
import org.guidang.seal.core.revocation.RevocationPolicy;
import org.guidang.seal.core.revocation.RevocationProblem;
import org.guidang.seal.core.revocation.RevocationSource;
import org.guidang.seal.core.revocation.RevocationUnavailableException;
import org.guidang.seal.core.revocation.StatusAnswer;
import org.guidang.seal.core.revocation.StatusSaid;
import org.guidang.shared.Finding;

/**
 * Revocation of every certificate of a path, from the anchor down: by the lists and answers at hand, and where these do
 * not tell, by what the policy's source can get. Only a path whose certificates are all signed up to an anchor comes
 * here, so an address in a certificate of a stranger's making is never asked.
 */
final class RevocationCheck {

    private final RevocationMaterial atHand;
    private final Collection<X509Certificate> pool;
    private final Trust trust;
    private final RevocationPolicy policy;

    RevocationCheck(RevocationMaterial atHand, Collection<X509Certificate> pool, Trust trust) {
        this.atHand = atHand;
        this.pool = pool;
        this.trust = trust;
        this.policy = trust.revocation();
    }

    TrustVerdict judge(List<X509Certificate> path, Instant at) {
        boolean published = false;
        boolean subjectSeen = false;
        X509Certificate doubtful = null;
        List<Finding> remarks = new ArrayList<>();
        for (int i = path.size() - 2; i >= 0; i--) {
            X509Certificate certificate = path.get(i);
            X509Certificate issuer = path.get(i + 1);
            List<Finding> told = new ArrayList<>();
            RevocationState state = state(certificate, issuer, atHand, at, told);
            boolean named = policy.required() || namesAService(certificate);
            if (!state.decided() && !policy.offline()) {
                RevocationSource.Told asked = policy.source().about(certificate, issuer);
                state = state.and(state(certificate, issuer, asked.material(), at, told));
                told.addAll(asked.remarks());
            }
            if (state.kind() == Kind.REVOKED) {
                return new TrustVerdict(
                        Standing.REVOKED,
                        "seal.trust.revoked",
                        TrustJudge.name(certificate),
                        path,
                        state.revoked().since(),
                        true,
                        state.revoked(),
                        List.of());
            }
            published |= state.kind() != Kind.NONE;
            boolean wanted = named || i == 0 && published;
            if (state.kind() == Kind.STALE || state.kind() == Kind.NONE && wanted) {
                doubtful = certificate;
                remarks.addAll(told);
            }
            subjectSeen |= i == 0 && state.kind() == Kind.GOOD;
        }
        return doubtful != null
                ? new TrustVerdict(
                        Standing.REVOCATION_UNKNOWN,
                        "seal.trust.revocation-unknown",
                        TrustJudge.name(doubtful),
                        path,
                        null,
                        false,
                        null,
                        remarks)
                : new TrustVerdict(
                        Standing.TRUSTED, "seal.trust.trusted", TrustJudge.name(path.get(0)), path, null, subjectSeen);
    }

    private RevocationState state(
            X509Certificate certificate,
            X509Certificate issuer,
            RevocationMaterial material,
            Instant at,
            List<Finding> remarks) {
        RevocationState state = lists(material.lists()).state(certificate, issuer, at);
        for (StatusAnswer answer : material.answers()) {
            try {
                StatusSaid said = answer.about(certificate, issuer, pool, this::isGood);
                state = state.and(RevocationState.of(said, certificate, at));
            } catch (RevocationUnavailableException doesNotCount) {
                if (doesNotCount.problem() != RevocationProblem.OTHER_CERTIFICATE) {
                    remarks.add(doesNotCount.problem().about(certificate, ""));
                }
            }
        }
        return state;
    }

    /** A responder that its issuer did not exempt: only lists at hand are looked at, lest answers prove each other. */
    private boolean isGood(X509Certificate responder, X509Certificate issuer, Instant at) {
        return lists(atHand.lists()).state(responder, issuer, at).kind() == Kind.GOOD;
    }

    private RevocationLists lists(Collection<X509CRL> lists) {
        return new RevocationLists(lists, pool, trust);
    }

    private static boolean namesAService(X509Certificate certificate) {
        return DistributionPoints.of(certificate).any()
                || certificate.getExtensionValue(Extension.authorityInfoAccess.getId()) != null
                        && DistributionPoints.namesStatusService(certificate);
    }
}
