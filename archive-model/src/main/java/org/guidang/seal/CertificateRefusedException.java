// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal;

import java.util.List;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.Finding;

/** A certificate cannot be registered for an account, or is none of it. */
public class CertificateRefusedException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    private CertificateRefusedException(Kind kind, String key, List<Finding> findings, Object... arguments) {
        super(kind, key, findings, arguments);
    }

    /** All that speaks against it. */
    public static CertificateRefusedException because(String userName, List<Finding> findings) {
        return new CertificateRefusedException(
                Kind.CONTENT, "seal.certificate.refused", findings, userName, findings.size());
    }

    /** Nobody registers a certificate for their own account. */
    public static CertificateRefusedException own(String userName) {
        return new CertificateRefusedException(Kind.FORBIDDEN, "seal.certificate.own", List.of(), userName);
    }

    public static CertificateRefusedException none(String userName, String sha256) {
        return new CertificateRefusedException(Kind.UNKNOWN, "seal.certificate.none", List.of(), userName, sha256);
    }
}
