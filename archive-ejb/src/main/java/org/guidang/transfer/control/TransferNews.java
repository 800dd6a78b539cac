// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.guidang.notice.News;
import org.guidang.notice.NoticeEvent;
import org.guidang.notice.NoticeRepository;
import org.guidang.notice.Step;
import org.guidang.notice.control.NoticeDesk;
import org.guidang.organization.Role;
import org.guidang.organization.control.CurrentActor;
import org.guidang.shared.WorkingCalendar;
import org.guidang.transfer.Doubt;
import org.guidang.transfer.ListMessage;
import org.guidang.transfer.ListVersion;
import org.guidang.transfer.OfferedPackage;
import org.guidang.transfer.Party;
import org.guidang.transfer.TransferList;
import org.guidang.transfer.TransferState;

/**
 * After an act upon a list: sets the day by which the next step is due, by the rules of whoever has to take it, and tells
 * those it concerns. All of it inside the transaction of the act.
 */
@ApplicationScoped
public class TransferNews {

    static final Set<String> AT_WINDOW = Set.of(Role.WINDOW_ARCHIVIST, Role.WINDOW_CLERK);
    static final Set<String> WINDOW_SIGNER = Set.of(Role.WINDOW_ARCHIVIST);
    static final Set<String> AT_AGENCY = Set.of(Role.AGENCY_REVIEWER);

    @Inject
    NoticeDesk desk;

    @Inject
    NoticeRepository notices;

    @Inject
    CurrentActor currentActor;

    @Inject
    Clock clock;

    public void submitted(TransferList list) {
        list.due(Step.RECEIPT, due(list.agency(), Step.RECEIPT));
        NoticeEvent event = list.resubmits().isPresent() ? NoticeEvent.RESUBMITTED : NoticeEvent.SUBMITTED;
        tellAgency(list, event, list.totals().packages());
    }

    public void withdrawn(TransferList list) {
        tellAgency(list, NoticeEvent.WITHDRAWN, "");
    }

    public void reminded(TransferList list) {
        tellAgency(list, NoticeEvent.REMINDED, "");
    }

    public void received(TransferList list) {
        list.due(Step.REVIEW, due(list.agency(), Step.REVIEW));
        tellWindow(list, NoticeEvent.RECEIVED, list.totals().packages());
    }

    /** A colleague is asked; where nobody was named, every other reviewer of the agency. */
    public void doubted(TransferList list, Doubt doubt) {
        doubt.colleague()
                .ifPresentOrElse(
                        colleague -> desk.tellPerson(news(list, NoticeEvent.DOUBTED, doubt.packageNumber()), colleague),
                        () -> tellAgency(list, NoticeEvent.DOUBTED, doubt.packageNumber()));
    }

    public void advised(TransferList list, Doubt doubt) {
        desk.tellPerson(news(list, NoticeEvent.ADVISED, doubt.packageNumber()), doubt.askedBy());
    }

    /** The other party has something to read. */
    public void said(TransferList list, ListMessage message) {
        if (message.party() == Party.WINDOW) {
            tellAgency(list, NoticeEvent.MESSAGE, "");
        } else {
            tellWindow(list, NoticeEvent.MESSAGE, "");
        }
    }

    /** The review is over, or the whole list went back. */
    public void decided(TransferList list, List<OfferedPackage> going) {
        if (!going.isEmpty()) {
            LocalDate by = due(list.window(), Step.CORRECTION);
            going.forEach(pack -> pack.correctBy(by, today()));
            tellWindow(list, NoticeEvent.RETURNED, going.size());
        }
        if (list.state() == TransferState.UNDER_REVIEW && list.isConcluded()) {
            list.due(Step.SIGN_OFF, due(list.agency(), Step.SIGN_OFF));
            tellBoth(list, NoticeEvent.ACCEPTED);
        }
    }

    public void signed(TransferList list) {
        if (list.state() == TransferState.SIGNED) {
            tellBoth(list, NoticeEvent.SIGNED);
            return;
        }
        if (list.isWindow(currentActor.get().organization())) {
            tellAgency(list, NoticeEvent.SIGNED_BY_ONE, "");
        } else {
            desk.tell(news(list, NoticeEvent.SIGNED_BY_ONE, ""), List.of(list.window()), WINDOW_SIGNER, actingPerson());
        }
    }

    private LocalDate due(String organization, Step step) {
        return notices.rulesOf(organization).due(step, today(), WorkingCalendar.standard());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    }

    private void tellBoth(TransferList list, NoticeEvent event) {
        int packages = list.current().map(ListVersion::packages).orElse(0);
        desk.tell(news(list, event, packages), List.of(list.window()), WINDOW_SIGNER, actingPerson());
        desk.tell(news(list, event, packages), List.of(list.agency()), AT_AGENCY, actingPerson());
    }

    private void tellAgency(TransferList list, NoticeEvent event, Object detail) {
        desk.tell(news(list, event, detail), List.of(list.agency()), AT_AGENCY, actingPerson());
    }

    private void tellWindow(TransferList list, NoticeEvent event, Object detail) {
        desk.tell(news(list, event, detail), List.of(list.window()), AT_WINDOW, actingPerson());
    }

    private String actingPerson() {
        return currentActor.get().userName();
    }

    private static News news(TransferList list, NoticeEvent event, Object detail) {
        return News.ofList(event, list.number().value(), detail);
    }
}
