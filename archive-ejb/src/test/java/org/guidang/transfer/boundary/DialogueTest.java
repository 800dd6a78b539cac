// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.boundary;

import static org.guidang.transfer.control.House.CHEN;
import static org.guidang.transfer.control.House.LI;
import static org.guidang.transfer.control.House.NOW;
import static org.guidang.transfer.control.House.ZHANG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.guidang.notice.Notice;
import org.guidang.notice.NoticeEvent;
import org.guidang.organization.Person;
import org.guidang.organization.Role;
import org.guidang.shared.Actor;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.Fixity;
import org.guidang.transfer.Doubt;
import org.guidang.transfer.DoubtRepository;
import org.guidang.transfer.ListMessage;
import org.guidang.transfer.MessageRepository;
import org.guidang.transfer.OfferedFacts;
import org.guidang.transfer.OfferedPackages;
import org.guidang.transfer.TransferList;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.control.House;
import org.guidang.transfer.control.PartyAtWork;
import org.guidang.transfer.control.Wiring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Who asks whom, who is told, and who hears nothing of it. */
class DialogueTest {

    private static final Actor LIN = new Actor("lin", "林涛", "MZ", Set.of(Role.AGENCY_REVIEWER));
    private static final TransferListNumber NUMBER = TransferListNumber.of("WZ", 2026, 7);

    @TempDir
    Path folder;

    private House house;
    private Doubts doubts;
    private Messages messages;
    private TransferList list;

    @BeforeEach
    void open() throws IOException {
        house = new House(folder);
        house.people.add(new Person("lin", "林涛", "MZ", "", false, LIN.roles()));
        house.people.add(new Person("client-mz", "接口", "MZ", "", true, LIN.roles()));
        PartyAtWork parties = Wiring.wire(new PartyAtWork(), house.lists, house.caller);
        doubts = Wiring.wire(
                new Doubts(),
                house.lists,
                new OpenDoubts(),
                house.people,
                parties,
                house.news,
                house.caller,
                house.log,
                house.clock);
        messages = Wiring.wire(
                new Messages(), house.lists, new Kept(), parties, house.news, house.caller, house.log, house.clock);
        list = new TransferList(NUMBER, "MZ", null, LI, NOW);
        list.add(List.of(facts("p1"), facts("p2")), LI, NOW);
        house.lists.add(list);
    }

    @Test
    @DisplayName("存疑进入同事的待办并通知；答复后通知提出人；窗口和别的机构看不到")
    void a_doubt_goes_to_the_colleague_and_the_opinion_back() {
        underReview();
        as(ZHANG);
        assertEquals(
                List.of("lin"),
                doubts.colleagues().stream().map(one -> one.userName()).toList(),
                "neither oneself, nor systems, nor archivists");
        refused("transfer.doubt.colleague", () -> doubts.raise(NUMBER, null, "p1", "第二页印章是否清晰", "chen"));
        refused("transfer.doubt.colleague", () -> doubts.raise(NUMBER, null, "p1", "第二页印章是否清晰", "zhao"));
        DoubtRow raised = doubts.raise(NUMBER, list.revision(), "p1", "第二页印章是否清晰", "lin");
        assertFalse(raised.mine());
        assertEquals(0, doubts.countAskedOfMe());
        assertEquals(List.of(NoticeEvent.DOUBTED), told("lin"));
        assertEquals(List.of(), told("zhao"));

        as(LIN);
        assertEquals(1, doubts.countAskedOfMe());
        assertTrue(doubts.askedOfMe(0, 10).get(0).mine());
        doubts.answer(NUMBER, raised.id(), "印章清晰，可以接收");
        assertEquals(0, doubts.countAskedOfMe());
        assertTrue(told("zhang").contains(NoticeEvent.ADVISED));
        assertEquals(
                List.of("transfer-list.doubt", "transfer-list.advise"),
                house.operations.entries.stream()
                        .map(entry -> entry.operation())
                        .toList());

        as(CHEN);
        refused("transfer.list.unknown", () -> doubts.of(NUMBER));
        refused("transfer.list.unknown", () -> doubts.raise(NUMBER, null, "p1", "第二页印章是否清晰", null));
    }

    @Test
    @DisplayName("留言双方可见，通知对方，不能修改；第三方看不到，草稿不能留言")
    void what_one_side_says_the_other_sees_and_is_told_of() {
        as(LI);
        refused("transfer.already.changed", () -> messages.say(NUMBER, null, "请问何时接收"));
        underReview();
        as(LI);
        messages.say(NUMBER, null, " 请问何时接收 ");
        assertTrue(told("zhang").contains(NoticeEvent.MESSAGE));
        as(ZHANG);
        messages.say(NUMBER, "p1", "第二页请重扫");
        assertTrue(told("li").contains(NoticeEvent.MESSAGE));
        assertTrue(told("wang").contains(NoticeEvent.MESSAGE), "the clerk of the window too");
        assertEquals(
                List.of("WINDOW 请问何时接收 null", "AGENCY 第二页请重扫 p1"),
                messages.of(NUMBER).stream()
                        .map(said -> said.party() + " " + said.words() + " " + said.packageNumber())
                        .toList());
        assertEquals(1, messages.about("p1").size());
        refused("transfer.message.length", () -> messages.say(NUMBER, null, "  "));
        refused("transfer.message.length", () -> messages.say(NUMBER, null, "长".repeat(1001)));
        refused("transfer.package.not-on-list", () -> messages.say(NUMBER, "p9", "第二页请重扫"));

        as(CHEN);
        refused("transfer.list.unknown", () -> messages.of(NUMBER));
        refused("transfer.list.unknown", () -> messages.say(NUMBER, null, "请问何时接收"));
        assertEquals(List.of(), messages.about("p1"));
    }

    private void underReview() {
        list.submit(LI, NOW, text -> new Fixity(text.length, "a".repeat(64), "b".repeat(64)));
        list.receive(ZHANG, NOW);
    }

    private void as(Actor actor) {
        house.caller.actor = actor;
    }

    private List<NoticeEvent> told(String userName) {
        return house.notices.all.stream()
                .filter(notice -> notice.recipient().equals(userName))
                .map(Notice::event)
                .toList();
    }

    private static OfferedFacts facts(String number) {
        return OfferedPackages.facts(number, "3300" + number);
    }

    private static BusinessRuleException refused(String key, Executable act) {
        BusinessRuleException refusal = assertThrows(BusinessRuleException.class, act);
        assertEquals(key, refusal.key());
        return refusal;
    }

    private final class OpenDoubts implements DoubtRepository {

        @Override
        public List<Doubt> openFor(String agency, String userName, int offset, int limit) {
            return list.doubts().stream()
                    .filter(doubt -> list.agency().equals(agency) && doubt.isOpen() && doubt.isFor(userName))
                    .skip(offset)
                    .limit(limit)
                    .toList();
        }

        @Override
        public long countOpenFor(String agency, String userName) {
            return openFor(agency, userName, 0, Integer.MAX_VALUE).size();
        }
    }

    private static final class Kept implements MessageRepository {

        private final List<ListMessage> all = new ArrayList<>();

        @Override
        public void add(ListMessage message) {
            all.add(message);
        }

        @Override
        public List<ListMessage> of(TransferListNumber number) {
            return all.stream().filter(one -> one.list().equals(number.value())).toList();
        }

        @Override
        public List<ListMessage> about(String packageNumber) {
            return all.stream()
                    .filter(one ->
                            one.packageNumber().filter(packageNumber::equals).isPresent())
                    .toList();
        }
    }
}
