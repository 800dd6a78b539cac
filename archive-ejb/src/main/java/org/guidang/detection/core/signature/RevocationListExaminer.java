// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.signature;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.guidang.detection.core.Examination;
import org.guidang.detection.core.FileExaminer;
import org.guidang.seal.core.CertificateFile;
import org.guidang.seal.core.Cryptography;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/** Revocation lists: readable, signed by whom they name, fresh as of the instant given. */
public final class RevocationListExaminer implements FileExaminer {

    @Override
    public Set<String> formats() {
        return Set.of("crl");
    }

    @Override
    public void examine(Examination examination) throws IOException {
        for (byte[] value : EvidenceFile.values(examination)) {
            List<X509CRL> lists = CertificateFile.read(value).lists();
            if (lists.isEmpty()) {
                examination.report(
                        Finding.failed("crl.malformed", Characteristic.USABILITY, "detection.crl.malformed"));
            }
            lists.forEach(list -> judge(list, examination));
        }
    }

    private static void judge(X509CRL list, Examination examination) {
        String issuer = list.getIssuerX500Principal().toString();
        List<X509Certificate> issuers = new ArrayList<>(examination.trust().anchors());
        issuers.addAll(examination.trust().helpers());
        issuers.removeIf(each -> !each.getSubjectX500Principal().equals(list.getIssuerX500Principal()));
        if (issuers.isEmpty()) {
            examination.report(
                    Finding.undecided("crl.issuer-unknown", Characteristic.AUTHENTICITY, "detection.crl.issuer-unknown")
                            .expecting("", issuer));
        } else if (issuers.stream().noneMatch(each -> signed(list, each))) {
            examination.report(Finding.failed(
                            "crl.signature-invalid", Characteristic.AUTHENTICITY, "detection.crl.signature-invalid")
                    .expecting("", issuer));
        }
        if (list.getNextUpdate() == null
                || examination.at().isAfter(list.getNextUpdate().toInstant())) {
            examination.report(Finding.warning("crl.stale", Characteristic.USABILITY, "detection.crl.stale")
                    .expecting(
                            "",
                            list.getNextUpdate() == null
                                    ? "-"
                                    : list.getNextUpdate().toInstant()));
        }
    }

    private static boolean signed(X509CRL list, X509Certificate issuer) {
        try {
            list.verify(issuer.getPublicKey(), Cryptography.provider());
            return true;
        } catch (GeneralSecurityException | RuntimeException no) {
            return false;
        }
    }
}
