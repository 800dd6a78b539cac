// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.guidang.notice.Deadline;
import org.guidang.notice.DeadlineRules;
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
        return rows(List.of(list)).get(0);
    }

    /** Lists as rows; names and rules are looked up once, however many rows name them. */
    List<TransferRow> rows(List<TransferList> lists) {
        Map<String, String> names = new HashMap<>();
        Map<String, DeadlineRules> rules = new HashMap<>();
        return lists.stream()
                .map(list -> TransferRow.of(
                        list,
                        names.computeIfAbsent(list.window(), this::nameOf),
                        names.computeIfAbsent(list.agency(), this::nameOf),
                        list.dueOn()
                                .map(day -> look(
                                        rules.computeIfAbsent(list.agency(), notices::rulesOf),
                                        list.dueStep().orElseThrow(),
                                        day))
                                .orElse(null)))
                .toList();
    }

    /** Packages sent back to the window, each with the lamp of its correction. */
    List<OfferedPackageRow> returned(List<OfferedPackage> packages, String window) {
        DeadlineRules rules = notices.rulesOf(window);
        return packages.stream()
                .map(pack -> OfferedPackageRow.of(
                        pack,
                        pack.correctBy()
                                .map(day -> look(rules, Step.CORRECTION, day))
                                .orElse(null)))
                .toList();
    }

    private Deadline look(DeadlineRules rules, Step step, LocalDate day) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        return rules.look(step, day, today, WorkingCalendar.standard());
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
