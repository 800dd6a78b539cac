// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.guidang.audit.control.OperationLog;
import org.guidang.organization.OrganizationKind;
import org.guidang.organization.OrganizationRepository;
import org.guidang.organization.Role;
import org.guidang.organization.UnknownOrganizationException;
import org.guidang.organization.control.CurrentActor;
import org.guidang.transfer.IssuedNumber;
import org.guidang.transfer.ListNumberRule;
import org.guidang.transfer.ListNumbers;
import org.guidang.transfer.TransferList;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.TransferListRepository;

/** How a window numbers its lists, and what became of every number (清单编号使用情况). */
@Stateless
public class ListNumbering {

    private static final int MOST = 1000;
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    @Inject
    ListNumbers numbers;

    @Inject
    TransferListRepository lists;

    @Inject
    OrganizationRepository organizations;

    @Inject
    CurrentActor currentActor;

    @Inject
    OperationLog log;

    @Inject
    Clock clock;

    /**
     * Numbers of the caller's window in that year, by serial.
     *
     * @param after the last serial of the page before; 0 for the first
     * @param limit at most {@value #MOST}
     */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST})
    public ListNumbersOfYear of(int year, long after, int limit) {
        String window = currentActor.get().organization();
        long from = Math.max(0, after);
        List<IssuedNumber> issued = numbers.issued(window, year, from, Math.min(MOST, Math.max(1, limit)));
        Set<Long> there = issued.stream().map(one -> one.place().serial()).collect(Collectors.toSet());
        long last = numbers.last(window, year);
        long end = issued.size() < limit
                ? last
                : issued.get(issued.size() - 1).place().serial();
        return new ListNumbersOfYear(
                window,
                year,
                numbers.ruleOf(window).pattern(),
                last,
                rows(issued),
                LongStream.rangeClosed(from + 1, end)
                        .boxed()
                        .filter(serial -> !there.contains(serial))
                        .limit(MOST)
                        .toList());
    }

    @RolesAllowed(Role.SYSTEM_ADMIN)
    public String patternOf(String window) {
        return numbers.ruleOf(known(window)).pattern();
    }

    /**
     * The number the next list of the window would get by this pattern, were it drafted now; nothing is given out.
     *
     * @throws org.guidang.transfer.ListNumberRuleException when it is no rule
     */
    @RolesAllowed(Role.SYSTEM_ADMIN)
    public String preview(String window, String pattern) {
        int year = clock.instant().atZone(HERE).getYear();
        return new ListNumberRule(pattern)
                .number(known(window), year, numbers.last(window, year) + 1)
                .value();
    }

    /**
     * Sets the rule from the next number on; serials go on, numbers given out stay.
     *
     * @return the pattern in force now
     * @throws org.guidang.transfer.ListNumberRuleException when it is no rule
     */
    @RolesAllowed(Role.SYSTEM_ADMIN)
    public String setPattern(String window, String pattern) {
        ListNumberRule rule = new ListNumberRule(pattern);
        numbers.setRule(known(window), rule);
        log.record("list-number-rule.set", "organization", window, "done", Map.of("pattern", rule.pattern()));
        return rule.pattern();
    }

    private List<ListNumbersOfYear.Row> rows(List<IssuedNumber> issued) {
        Map<TransferListNumber, TransferList> known =
                lists.all(issued.stream().map(IssuedNumber::list).toList());
        return issued.stream().map(one -> row(one, known.get(one.list()))).toList();
    }

    private static ListNumbersOfYear.Row row(IssuedNumber issued, TransferList list) {
        return new ListNumbersOfYear.Row(
                issued.place().serial(),
                issued.list().value(),
                list.state(),
                list.last().act(),
                list.last().displayName(),
                list.last().at(),
                list.totals().packages());
    }

    private String known(String window) {
        return organizations
                .find(window)
                .filter(found -> found.kind() == OrganizationKind.SERVICE_WINDOW)
                .orElseThrow(() -> new UnknownOrganizationException(window))
                .code();
    }
}
