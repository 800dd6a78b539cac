// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.guidang.notice.Deadline;
import org.guidang.notice.NoticeRepository;
import org.guidang.notice.Step;
import org.guidang.organization.Organization;
import org.guidang.organization.OrganizationRepository;
import org.guidang.shared.WorkingCalendar;
import org.guidang.transfer.OfferedPackage;
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

    @Inject
    NoticeRepository notices;

    @Inject
    Clock clock;

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
        return TransferRow.of(list, nameOf(list.window()), nameOf(list.agency()), deadline(list));
    }

    /** A package sent back to the window, with the lamp of its correction. */
    OfferedPackageRow returned(OfferedPackage pack, String window) {
        return OfferedPackageRow.of(
                pack,
                pack.correctBy().map(day -> look(window, Step.CORRECTION, day)).orElse(null));
    }

    private Deadline deadline(TransferList list) {
        return list.dueOn()
                .map(day -> look(list.agency(), list.dueStep().orElseThrow(), day))
                .orElse(null);
    }

    private Deadline look(String organization, Step step, LocalDate day) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        return notices.rulesOf(organization).look(step, day, today, WorkingCalendar.standard());
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
