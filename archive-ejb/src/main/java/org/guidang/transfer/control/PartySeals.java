// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.guidang.organization.OrganizationRepository;
import org.guidang.seal.control.SealObjects;
import org.guidang.seal.core.CmsVerifier;
import org.guidang.seal.core.SignedContent;
import org.guidang.seal.core.SignerVerdict;
import org.guidang.seal.core.Trust;
import org.guidang.seal.core.ses.DrawnSeal;
import org.guidang.transfer.Party;
import org.guidang.transfer.Signed;
import org.guidang.transfer.core.PrintedList;

/** Which seals a list shows: of the parties that have signed, as they stood when they signed. */
@ApplicationScoped
class PartySeals {

    @Inject
    SealObjects seals;

    @Inject
    OrganizationRepository organizations;

    Map<Party, DrawnSeal> of(PrintedList list) throws IOException {
        Map<Party, DrawnSeal> found = new EnumMap<>(Party.class);
        for (Signed signed : list.signatures()) {
            seals.picture(organizations.get(signed.organization()), signed.at(), signer(signed))
                    .ifPresent(seal -> found.put(signed.party(), seal));
        }
        return found;
    }

    private static X509Certificate signer(Signed signed) throws IOException {
        byte[] cms = Base64.getDecoder().decode(signed.cms());
        return new CmsVerifier(Trust.none())
                .verify(cms, SignedContent.absent(), Instant.EPOCH).signers().stream()
                        .map(SignerVerdict::certificate)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }
}
