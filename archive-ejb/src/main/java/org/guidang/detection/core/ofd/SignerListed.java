// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.ofd;

import org.guidang.seal.core.ses.SignerList;
import org.guidang.shared.Characteristic;

/** The signer's certificate is in the seal's list, whole or by digest (GB/T 38540-2020 6.2 certList). */
final class SignerListed implements SealStep {

    @Override
    public void examine(SealCase seal) {
        seal.sealed().ifPresent(data -> {
            SignerList list = data.seal().signers();
            boolean listed = list.names(data.certificate());
            if (!listed) {
                seal.report()
                        .failed(
                                "seal.signer.not-listed",
                                Characteristic.AUTHENTICITY,
                                seal.place(),
                                String.valueOf(list.certificates().size()
                                        + list.digests().size()),
                                seal.signer().map(SignatureValue::subject).orElse(""));
            }
        });
    }
}
