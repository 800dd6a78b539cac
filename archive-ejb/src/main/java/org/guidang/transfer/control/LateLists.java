// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.guidang.notice.Deadline;
import org.guidang.notice.Lamp;
import org.guidang.notice.News;
import org.guidang.notice.NoticeEvent;
import org.guidang.notice.NoticeRepository;
import org.guidang.notice.Step;
import org.guidang.notice.control.NoticeDesk;
import org.guidang.shared.WorkingCalendar;
import org.guidang.transfer.Party;
import org.guidang.transfer.TransferList;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.TransferListRepository;

/**
 * Tells of a list that is late: whoever has to act once the day is past, their lead once it is badly past. Each is told
 * once for each step and day, which a row keeps, whatever is stopped, started or run on two servers.
 */
@ApplicationScoped
public class LateLists {

    @Inject
    TransferListRepository lists;

    @Inject
    NoticeRepository notices;

    @Inject
    NoticeDesk desk;

    /** Lists whose own step is late, and lists whose returned packages are. */
    @Transactional(TxType.REQUIRES_NEW)
    public List<TransferListNumber> on(LocalDate today, int offset, int limit) {
        return lists.late(today, offset, limit);
    }

    @Transactional(TxType.REQUIRES_NEW)
    public List<TransferListNumber> correctionsOn(LocalDate today, int offset, int limit) {
        return lists.lateCorrections(today, offset, limit);
    }

    /** The list's own step: to receive, to review, to sign. */
    @Transactional(TxType.REQUIRES_NEW)
    public void tell(TransferListNumber number, LocalDate today) {
        TransferList list = lists.get(number);
        if (list.dueOn().isEmpty()) {
            return;
        }
        Step step = list.dueStep().orElseThrow();
        List<Recipients> whom = new ArrayList<>();
        if (step != Step.SIGN_OFF || list.signatureOf(Party.AGENCY).isEmpty()) {
            whom.add(new Recipients(list.agency(), TransferNews.AT_AGENCY));
        }
        if (step == Step.SIGN_OFF && list.signatureOf(Party.WINDOW).isEmpty()) {
            whom.add(new Recipients(list.window(), TransferNews.WINDOW_SIGNER));
        }
        tell(list, step, list.dueOn().get(), list.agency(), whom, today);
    }

    /** What the window has to correct, by the earliest day among its returned packages. */
    @Transactional(TxType.REQUIRES_NEW)
    public void tellCorrection(TransferListNumber number, LocalDate today) {
        TransferList list = lists.get(number);
        LocalDate due = list.correctBy().orElse(null);
        if (due != null) {
            List<Recipients> window = List.of(new Recipients(list.window(), TransferNews.AT_WINDOW));
            tell(list, Step.CORRECTION, due, list.window(), window, today);
        }
    }

    private record Recipients(String organization, Set<String> roles) {}

    private void tell(
            TransferList list, Step step, LocalDate due, String whoseRules, List<Recipients> whom, LocalDate today) {
        Deadline now = notices.rulesOf(whoseRules).look(step, due, today, WorkingCalendar.standard());
        String number = list.number().value();
        String what = step.name() + " " + due;
        if (now.lamp() != Lamp.RED && now.lamp() != Lamp.BLACK) {
            return;
        }
        if (notices.remember(number, what, NoticeEvent.OVERDUE.name())) {
            News overdue = News.ofList(NoticeEvent.OVERDUE, number, due);
            whom.forEach(one -> desk.tell(overdue, List.of(one.organization()), one.roles(), null));
        }
        if (now.lamp() == Lamp.BLACK && notices.remember(number, what, NoticeEvent.ESCALATED.name())) {
            News escalated = News.ofList(NoticeEvent.ESCALATED, number, due);
            whom.forEach(one -> desk.tellLead(escalated, one.organization()));
        }
    }
}
