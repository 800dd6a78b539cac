// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.guidang.seal.core.TrustVerdict.Standing;
import org.guidang.seal.core.revocation.RevocationMaterial;

/**
 * Builds paths from a certificate to an anchor and judges each by RFC 5280 section 6, SM2, ECDSA and RSA alike; the
 * best path counts. Certificates that came with a signature may stand in a path but never end it.
 *
 * <p>Revocation is judged from lists and answers at hand, and from what the trust's policy lets us ask for. An end entity
 * whose public-key infrastructure is seen to publish its status, but of which nothing valid was had, is
 * REVOCATION_UNKNOWN; where nothing exists at all, the verdict only says that none was seen, unless the policy requires it.
 */
public final class TrustJudge {

    private static final int LONGEST_PATH = 10;
    private static final int MOST_STEPS = 300;

    private final Trust trust;

    public TrustJudge(Trust trust) {
        this.trust = trust;
    }

    public TrustVerdict judge(X509Certificate subject, Collection<X509Certificate> others, Instant at, Use use) {
        return judge(subject, others, RevocationMaterial.none(), at, use);
    }

    /**
     * @param others certificates that came with the signature
     * @param material revocation lists and answers that came with the signature; each is checked before use
     * @param at the instant for which validity and revocation are judged
     */
    public TrustVerdict judge(
            X509Certificate subject,
            Collection<X509Certificate> others,
            RevocationMaterial material,
            Instant at,
            Use use) {
        Search search = new Search(others, material, at, use);
        search.from(new ArrayList<>(List.of(subject)));
        return search.best;
    }

    /** True when the key of the issuer made the signature of the certificate. */
    static boolean signed(X509Certificate issuer, X509Certificate certificate) {
        try {
            // Both places that name the algorithm have to agree (RFC 5280 4.1.1.2), which BouncyCastle checks.
            PublicKey key = issuer.getPublicKey();
            ProvenSignatures.require(
                    "certificate",
                    List.of(certificate.getEncoded(), key.getEncoded()),
                    () -> certificate.verify(key, Cryptography.provider()));
            return true;
        } catch (GeneralSecurityException | RuntimeException no) {
            return false;
        }
    }

    private final class Search {

        private final Set<X509Certificate> pool = new LinkedHashSet<>();
        private final PathRules rules;
        private final Instant at;
        private final Use use;
        private int steps;
        private TrustVerdict best;

        Search(Collection<X509Certificate> others, RevocationMaterial material, Instant at, Use use) {
            pool.addAll(trust.anchors());
            pool.addAll(trust.helpers());
            pool.addAll(others);
            this.rules = new PathRules(new RevocationCheck(trust.material().and(material), pool, trust));
            this.at = at;
            this.use = use;
        }

        void from(List<X509Certificate> path) {
            X509Certificate last = path.get(path.size() - 1);
            if (trust.anchors().contains(last)) {
                consider(rules.judge(path, at, use));
                return;
            }
            consider(
                    new TrustVerdict(Standing.UNTRUSTED, "seal.trust.untrusted", name(path.get(0)), path, null, false));
            if (path.size() == LONGEST_PATH) {
                return;
            }
            for (X509Certificate issuer : pool) {
                if (best.trusted() || ++steps > MOST_STEPS) {
                    return;
                }
                if (!issuer.getSubjectX500Principal().equals(last.getIssuerX500Principal())
                        || path.contains(issuer)
                        || !keyIdsAgree(issuer, last)) {
                    continue;
                }
                List<X509Certificate> longer = new ArrayList<>(path);
                longer.add(issuer);
                if (signed(issuer, last)) {
                    from(longer);
                } else if (authorityKeyId(last) != null && subjectKeyId(issuer) != null) {
                    consider(new TrustVerdict(Standing.BROKEN, "seal.trust.broken", name(last), longer, null, false));
                }
            }
        }

        private void consider(TrustVerdict verdict) {
            if (best == null || verdict.standing().compareTo(best.standing()) < 0) {
                best = verdict;
            }
        }
    }

    static String name(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().toString();
    }

    private static boolean keyIdsAgree(X509Certificate issuer, X509Certificate certificate) {
        byte[] wanted = authorityKeyId(certificate);
        byte[] has = subjectKeyId(issuer);
        return wanted == null || has == null || Arrays.equals(wanted, has);
    }

    private static byte[] authorityKeyId(X509Certificate certificate) {
        byte[] value = certificate.getExtensionValue(Extension.authorityKeyIdentifier.getId());
        try {
            return value == null
                    ? null
                    : AuthorityKeyIdentifier.getInstance(
                                    ASN1OctetString.getInstance(value).getOctets())
                            .getKeyIdentifierOctets();
        } catch (RuntimeException malformed) {
            return null;
        }
    }

    private static byte[] subjectKeyId(X509Certificate certificate) {
        byte[] value = certificate.getExtensionValue(Extension.subjectKeyIdentifier.getId());
        try {
            return value == null
                    ? null
                    : SubjectKeyIdentifier.getInstance(
                                    ASN1OctetString.getInstance(value).getOctets())
                            .getKeyIdentifier();
        } catch (RuntimeException malformed) {
            return null;
        }
    }
}
