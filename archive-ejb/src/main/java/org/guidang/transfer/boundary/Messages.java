// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.guidang.audit.control.OperationLog;
import org.guidang.organization.Role;
import org.guidang.organization.control.CurrentActor;
import org.guidang.transfer.ListMessage;
import org.guidang.transfer.MessageRepository;
import org.guidang.transfer.TransferList;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.TransferListRepository;
import org.guidang.transfer.control.PartyAtWork;
import org.guidang.transfer.control.TransferNews;

/** What window and agency say to each other about a list or a package on it (交接留言); to anybody else there is none. */
@Stateless
public class Messages {

    @Inject
    TransferListRepository lists;

    @Inject
    MessageRepository messages;

    @Inject
    PartyAtWork parties;

    @Inject
    TransferNews news;

    @Inject
    CurrentActor currentActor;

    @Inject
    OperationLog log;

    @Inject
    Clock clock;

    /**
     * Says something to the other party, which is told of it. Changes nothing of the list.
     *
     * @param packageNumber one on the list; null or blank when it is about the list
     * @throws org.guidang.transfer.MessageException when it says nothing or is too long
     * @throws org.guidang.transfer.IllegalTransitionException while only the window knows the list
     */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER})
    public MessageRow say(TransferListNumber number, String packageNumber, String words) {
        TransferList list = parties.get(number);
        String about = packageNumber == null || packageNumber.isBlank() ? null : packageNumber.strip();
        ListMessage message = new ListMessage(
                list, about, words, currentActor.get(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        messages.add(message);
        news.said(list, message);
        log.record(
                "transfer-list.message",
                "transfer-list",
                number.value(),
                "done",
                Map.of("message", message.id(), "package", about == null ? "" : about));
        return MessageRow.of(message);
    }

    /** About the list and the packages on it, first said first. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public List<MessageRow> of(TransferListNumber number) {
        parties.get(number);
        return messages.of(number).stream().map(MessageRow::of).toList();
    }

    /** About a package, on all the lists it was on that the caller may see, first said first. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public List<MessageRow> about(String packageNumber) {
        return messages.about(packageNumber).stream()
                .filter(message -> lists.find(new TransferListNumber(message.list()))
                        .filter(list -> parties.mayBeSeenBy(list, currentActor.get()))
                        .isPresent())
                .map(MessageRow::of)
                .toList();
    }
}
