// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.revocation;

import java.security.cert.X509Certificate;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/** Why a list or an answer could not be had, or does not count. */
public enum RevocationProblem {
    /** The certificate names no address we could ask. */
    NO_SERVICE("no-service", "seal.revocation.no-service"),
    /** Not http or https, with a user name, or no address at all. */
    ADDRESS("address", "seal.revocation.address"),
    HOST_NOT_ALLOWED("host-not-allowed", "seal.revocation.host-not-allowed"),
    /** The name leads to an address of this machine, of the inner network, or of no public host. */
    INNER_ADDRESS("inner-address", "seal.revocation.inner-address"),
    UNREACHABLE("unreachable", "seal.revocation.unreachable"),
    TOO_SLOW("too-slow", "seal.revocation.too-slow"),
    TOO_LARGE("too-large", "seal.revocation.too-large"),
    /** A status other than 200; redirects are not followed. */
    REFUSED("refused", "seal.revocation.refused"),
    UNREADABLE("unreadable", "seal.revocation.unreadable"),
    /** Signed by neither the issuer nor somebody it named for that (RFC 6960 4.2.2.2). */
    WRONG_SIGNER("wrong-signer", "seal.revocation.wrong-signer"),
    /** The responder's own certificate is revoked, or nobody can tell (RFC 6960 4.2.2.2.1). */
    RESPONDER_UNPROVEN("responder-unproven", "seal.revocation.responder-unproven"),
    /** About another certificate. */
    OTHER_CERTIFICATE("other-certificate", "seal.revocation.other-certificate"),
    NONCE("nonce", "seal.revocation.nonce"),
    /** From the future, or past its next update. */
    NOT_CURRENT("not-current", "seal.revocation.not-current"),
    /** The service says it does not know the certificate. */
    UNKNOWN_THERE("unknown-there", "seal.revocation.unknown-there");

    private final String code;
    private final String message;

    RevocationProblem(String code, String message) {
        this.code = code;
        this.message = message;
    }

    /** The remark for people: which certificate, where it was tried. */
    public Finding about(X509Certificate certificate, String place) {
        return Finding.note("revocation." + code, Characteristic.AUTHENTICITY, message)
                .at(place)
                .expecting("", certificate.getSubjectX500Principal());
    }
}
