// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guidang.notice.DeliveryState;
import org.guidang.notice.MailAddress;
import org.guidang.notice.MailMessage;
import org.guidang.notice.MailRefusedException;
import org.guidang.notice.News;
import org.guidang.notice.NoticeEvent;
import org.guidang.notice.core.MailCall;
import org.guidang.notice.core.MailServer.Security;
import org.guidang.organization.Role;
import org.guidang.transfer.control.House;
import org.guidang.transfer.control.Wiring;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailOutboxTest {

    private static final Map<String, String> SETTINGS = Map.of(
            "guidang.mail.host", "mail.example",
            "guidang.mail.from", "guidang@archive.example",
            "guidang.public-url", "https://archive.example/");
    private static final MailCall.Answer TAKEN = new MailCall.Answer(true, false, "");
    private static final MailCall.Answer LATER = new MailCall.Answer(false, false, "ConnectException");

    @TempDir
    Path folder;

    private final Ticking clock = new Ticking();
    private House house;
    private MailOutbox outbox;

    @BeforeEach
    void open() throws IOException {
        SETTINGS.forEach(System::setProperty);
        house = new House(folder);
        outbox = Wiring.wire(new MailOutbox(), house.mails, new MailSettings(), clock);
    }

    @AfterEach
    void clear() {
        List.of("host", "from", "port", "security", "user", "password")
                .forEach(each -> System.clearProperty("guidang.mail." + each));
        System.clearProperty("guidang.public-url");
    }

    private void proven(String person, String address) {
        MailAddress mine = new MailAddress(person, address, "12345678", clock.instant());
        assertTrue(mine.confirm("12345678", clock.instant()));
        house.mails.add(mine);
    }

    private void tell(News news) {
        house.desk.tell(news, List.of("MZ"), Set.of(Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST), null);
    }

    @Test
    @DisplayName("只发给已确认的邮箱；只写编号、件数和固定公开地址的链接")
    void a_notice_is_mailed_to_a_proven_address_with_number_count_and_link_only() {
        proven("zhang", "zhang@agency.example");
        house.mails.add(new MailAddress("zhao", "zhao@agency.example", "1", clock.instant()));
        tell(News.ofList(NoticeEvent.SUBMITTED, "WZ-2026-1", 3));
        MailMessage mail = only();
        assertEquals("zhang@agency.example", mail.address());
        assertEquals("归档系统：您有新消息", mail.subject());
        assertEquals("""
                移交清单 WZ-2026-1 已提交，共 3 件，请接收。

                请登录归档系统查看：https://archive.example/transfer/list.xhtml?number=WZ-2026-1

                本邮件由系统自动发出，请勿回复。""", mail.text());
    }

    @Test
    void accounts_and_addresses_of_keys_and_webhooks_stay_in_the_house() {
        proven("admin", "admin@archive.example");
        house.desk.tellAdministrators(new News(NoticeEvent.KEY_EXPIRING, "key", "zhang", "2026-12-11"));
        assertFalse(only().text().contains("zhang"), only().text());
        assertTrue(only().text().contains("https://archive.example/notice/inbox.xhtml"), only().text());
    }

    @Test
    @DisplayName("没有设置就不发，并说明缺什么")
    void without_settings_nothing_is_written_down_and_what_is_missing_is_said() {
        proven("zhang", "zhang@agency.example");
        clear();
        tell(News.ofList(NoticeEvent.SUBMITTED, "WZ-2026-1", 3));
        assertEquals(0, house.mails.messages.size());
        assertEquals(
                List.of("guidang.mail.host", "guidang.mail.from", "guidang.public-url"), new MailSettings().wrong());
        MailState state = Wiring.wire(new MailState(), house.mails, new MailSettings());
        assertEquals(
                Map.of("sending", "off", "missing", "guidang.mail.host, guidang.mail.from, guidang.public-url"),
                state.warnings());
    }

    @Test
    void settings_that_cannot_be_used_are_all_named_and_a_password_never_goes_in_the_clear() {
        System.setProperty("guidang.mail.port", "smtp");
        System.setProperty("guidang.mail.security", "maybe");
        System.setProperty("guidang.mail.user", "relay");
        System.setProperty("guidang.public-url", "archive.example");
        assertEquals(
                List.of("guidang.mail.port", "guidang.mail.security", "guidang.mail.password", "guidang.public-url"),
                new MailSettings().wrong());
        System.clearProperty("guidang.mail.port");
        System.setProperty("guidang.public-url", "https://archive.example");
        System.setProperty("guidang.mail.security", "none");
        System.setProperty("guidang.mail.password", "secret");
        assertEquals(List.of("guidang.mail.password"), new MailSettings().wrong());
        System.setProperty("guidang.mail.security", "tls");
        assertEquals(465, new MailSettings().server().orElseThrow().port());
        assertEquals(Security.TLS, new MailSettings().server().orElseThrow().security());
    }

    @Test
    @DisplayName("失败按退避重试十二次后放弃；正文不再保留")
    void a_failure_is_tried_again_ever_later_and_given_up_after_twelve_tries() {
        proven("zhang", "zhang@agency.example");
        tell(News.ofList(NoticeEvent.REMINDED, "WZ-2026-1", ""));
        List<Long> waits = new ArrayList<>();
        for (int count = 0; count < MailMessage.MOST_TRIES; count++) {
            assertEquals(List.of(only().id()), outbox.due(10));
            assertTrue(outbox.take(only().id()).isPresent());
            assertTrue(outbox.take(only().id()).isEmpty());
            outbox.tried(only().id(), LATER);
            waits.add(Duration.between(clock.instant(), only().nextAt()).toSeconds());
            clock.go(Duration.ofDays(2));
        }
        assertEquals(DeliveryState.GIVEN_UP, only().state());
        assertEquals("", only().text());
        assertEquals("ConnectException", only().failure());
        assertEquals(List.of(), outbox.due(10));
        assertTrue(waits.get(0) >= 48 && waits.get(0) <= 72, "first wait " + waits);
        assertTrue(waits.get(3) >= 3072 && waits.get(3) <= 4608, "fourth wait " + waits);
    }

    @Test
    void a_lease_that_ran_out_lets_another_server_send() {
        proven("zhang", "zhang@agency.example");
        tell(News.ofList(NoticeEvent.REMINDED, "WZ-2026-1", ""));
        assertTrue(outbox.take(only().id()).isPresent());
        assertEquals(List.of(), outbox.due(10));
        clock.go(Duration.ofMinutes(2));
        assertTrue(outbox.take(only().id()).isPresent());
        outbox.tried(only().id(), TAKEN);
        assertEquals(DeliveryState.DELIVERED, only().state());
        assertEquals("", only().text());
    }

    @Test
    @DisplayName("确认码限时、限次、一次有效；换邮箱要重新确认")
    void a_code_is_good_once_for_half_an_hour_and_five_tries() {
        Instant now = clock.instant();
        MailAddress late = new MailAddress("zhang", "a@b.example", "11112222", now);
        assertFalse(late.confirm("11112222", now.plus(MailAddress.CODE_LASTS)));
        MailAddress tried = new MailAddress("zhang", "a@b.example", "11112222", now);
        for (int count = 0; count < MailAddress.MOST_TRIES; count++) {
            assertFalse(tried.confirm("0000000" + count, now));
        }
        assertFalse(tried.confirm("11112222", now));
        MailAddress good = new MailAddress("zhang", "a@b.example", "11112222", now);
        assertTrue(good.confirm(" 11112222 ", now));
        assertFalse(good.confirm("11112222", now));
        assertThrows(MailRefusedException.class, () -> good.change("c@d.example", "3", now.plusSeconds(59)));
        good.change("c@d.example", "33334444", now.plusSeconds(60));
        assertTrue(good.confirmedAt().isEmpty());
        for (String bad :
                new String[] {"", "a", "a@b@c", "a@b.example, c@d.example", "a@b.example\nBcc: x@y.example", "@b"}) {
            assertThrows(MailRefusedException.class, () -> new MailAddress("zhang", bad, "1", now), bad);
        }
    }

    private MailMessage only() {
        assertEquals(1, house.mails.messages.size());
        return house.mails.messages.values().iterator().next();
    }
}
