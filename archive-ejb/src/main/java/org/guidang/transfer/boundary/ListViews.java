// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.guidang.organization.Organization;
import org.guidang.organization.OrganizationRepository;
import org.guidang.transfer.Party;
import org.guidang.transfer.PartySignature;
import org.guidang.transfer.Signed;
import org.guidang.transfer.TransferList;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.TransferListRepository;

/** Makes views of lists, with the names of both parties. */
@ApplicationScoped
class ListViews {

    @Inject
    OrganizationRepository organizations;

    @Inject
    TransferListRepository lists;

    /** In a transaction of its own where the caller has none. */
    @Transactional
    public TransferView of(TransferListNumber number) {
        return of(lists.get(number));
    }

    public TransferView of(TransferList list) {
        return new TransferView(
                row(list),
                list.a1Rows(list.version()),
                list.current().map(VersionView::of).orElse(null),
                list.versions().stream().map(VersionView::of).toList(),
                signatures(list),
                list.acts());
    }

    public TransferRow row(TransferList list) {
        return TransferRow.of(list, nameOf(list.window()), nameOf(list.agency()));
    }

    private static List<Signed> signatures(TransferList list) {
        return Stream.of(Party.values())
                .map(party -> list.signatureOf(party).orElse(null))
                .filter(Objects::nonNull)
                .map(PartySignature::asSigned)
                .sorted(Comparator.comparing(Signed::at))
                .toList();
    }

    private String nameOf(String code) {
        return organizations.find(code).map(Organization::name).orElse(code);
    }
}
