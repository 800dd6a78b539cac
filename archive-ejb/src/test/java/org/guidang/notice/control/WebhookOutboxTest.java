// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.guidang.notice.DeliveryState;
import org.guidang.notice.News;
import org.guidang.notice.NoticeEvent;
import org.guidang.notice.WebhookAttempt;
import org.guidang.notice.WebhookDelivery;
import org.guidang.notice.WebhookSubscription;
import org.guidang.notice.core.WebhookSignature;
import org.guidang.shared.core.SecretBox;
import org.guidang.transfer.control.House;
import org.guidang.transfer.control.Wiring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookOutboxTest {

    private static final String SECRET = WebhookSignature.newSecret();

    @TempDir
    Path folder;

    private final Ticking clock = new Ticking();
    private House house;
    private SecretBox box;
    private WebhookOutbox outbox;
    private WebhookQueue queue;

    @BeforeEach
    void open() throws IOException {
        house = new House(folder);
        box = SecretBox.at(folder.resolve("webhook.key"));
        outbox = started();
        queue = Wiring.wire(new WebhookQueue(), house.webhooks, clock);
        house.webhooks.add(subscription("s1", "MZ", Set.of(NoticeEvent.SUBMITTED, NoticeEvent.REMINDED)));
        house.webhooks.add(subscription("s2", "WJ", Set.of()));
    }

    private WebhookOutbox started() {
        WebhookSecrets secrets = new WebhookSecrets() {
            @Override
            public String open(WebhookSubscription subscription) throws GeneralSecurityException {
                return box.open(subscription.secret(), subscription.id());
            }
        };
        return Wiring.wire(new WebhookOutbox(), house.webhooks, secrets, new WebhookSettings(), house.desk, clock);
    }

    private WebhookSubscription subscription(String id, String organization, Set<NoticeEvent> events) {
        return new WebhookSubscription(
                id, organization, "https://a.example/", events, box.lock(SECRET, id), "admin", clock.instant());
    }

    @Test
    @DisplayName("只有订阅了该事件的本单位系统得到送达任务")
    void only_systems_of_the_organization_that_want_the_event_are_written_down() {
        queue.add("MZ", News.ofList(NoticeEvent.SUBMITTED, "L1", 3));
        queue.add("MZ", News.ofList(NoticeEvent.SIGNED, "L1", 3));
        queue.add("WZ", News.ofList(NoticeEvent.SUBMITTED, "L1", 3));
        assertEquals(1, house.webhooks.deliveries.size());
        WebhookDelivery only = only();
        assertEquals("s1", only.subscription());
        assertEquals("transfer-list.submitted", only.type());
        assertEquals(
                "{\"type\":\"transfer-list.submitted\",\"timestamp\":\"2026-11-20T04:00:00Z\",\"data\":{\"organization\":\"MZ\",\"kind\":\"transfer-list\",\"number\":\"L1\",\"detail\":\"3\"}}",
                only.payload());
    }

    @Test
    void failures_wait_longer_each_time_and_end_after_twelve() {
        queue.add("MZ", News.ofList(NoticeEvent.SUBMITTED, "L1", 3));
        String id = only().id();
        List<Long> waits = new ArrayList<>();
        for (int tried = 1; tried <= WebhookDelivery.MOST_TRIES; tried++) {
            assertEquals(List.of(id), outbox.due(10));
            assertEquals(SECRET, outbox.take(id).orElseThrow().secret());
            outbox.tried(id, new WebhookAttempt(clock.instant(), 500, "", 5));
            if (only().state() == DeliveryState.WAITING) {
                waits.add(Duration.between(clock.instant(), only().nextAt()).toSeconds());
                assertEquals(List.of(), outbox.due(10));
                clock.set(only().nextAt().plusSeconds(60));
            }
        }
        assertEquals(DeliveryState.GIVEN_UP, only().state());
        assertEquals(12, only().attempts().size());
        for (int at = 1; at < 6; at++) {
            assertTrue(waits.get(at) > waits.get(at - 1), waits.toString());
        }
        assertTrue(waits.get(10) <= 86_400 * 1.2, waits.toString());
    }

    @Test
    @DisplayName("重发沿用原编号")
    void a_replay_goes_out_under_the_same_id_and_keeps_what_was_tried() {
        queue.add("MZ", News.ofList(NoticeEvent.SUBMITTED, "L1", 3));
        String id = only().id();
        outbox.take(id);
        outbox.tried(id, new WebhookAttempt(clock.instant(), 204, "", 5));
        assertEquals(DeliveryState.DELIVERED, only().state());
        assertEquals(List.of(), outbox.due(10));
        clock.go(Duration.ofSeconds(120));
        only().replay(clock.instant());
        assertEquals(List.of(id), outbox.due(10));
        outbox.take(id);
        outbox.tried(id, new WebhookAttempt(clock.instant(), 200, "", 5));
        assertEquals(
                List.of(204, 200),
                only().attempts().stream().map(WebhookAttempt::status).toList());
    }

    @Test
    @DisplayName("停机后由租约到期接续，两台服务器不会同时发")
    void what_a_stop_left_is_taken_again_when_its_lease_runs_out() {
        queue.add("MZ", News.ofList(NoticeEvent.SUBMITTED, "L1", 3));
        String id = only().id();
        assertTrue(outbox.take(id).isPresent());
        WebhookOutbox another = started();
        assertEquals(List.of(), another.due(10));
        assertFalse(another.take(id).isPresent());
        clock.go(Duration.ofSeconds(61));
        assertEquals(List.of(id), another.due(10));
        assertEquals(id, another.take(id).orElseThrow().delivery());
    }

    @Test
    @DisplayName("连续失败过多即停用并告知管理员一次；启用后继续")
    void too_many_failures_in_a_row_switch_it_off_and_tell_the_administrator_once() {
        for (int number = 1; number <= 25; number++) {
            queue.add("MZ", News.ofList(NoticeEvent.SUBMITTED, "L" + number, 3));
        }
        List<String> due = outbox.due(100);
        assertEquals(25, due.size());
        due.forEach(id -> outbox.tried(id, new WebhookAttempt(clock.instant(), 0, "refused", 5)));
        assertEquals(List.of("admin WEBHOOK_DISABLED s1 20"), house.notices.taken());
        clock.go(Duration.ofSeconds(3600));
        assertEquals(List.of(), outbox.due(100));
        queue.add("MZ", News.ofList(NoticeEvent.SUBMITTED, "L26", 3));
        assertEquals(25, house.webhooks.deliveries.size());
        house.webhooks.find("s1").orElseThrow().switchOn();
        assertEquals(25, outbox.due(100).size());
    }

    @Test
    @DisplayName("密钥加密存放，换了行或换了密钥文件都打不开")
    void a_secret_opens_only_in_its_row_and_with_its_key() throws Exception {
        String locked = box.lock(SECRET, "s1");
        assertNotEquals(locked, box.lock(SECRET, "s1"));
        assertFalse(locked.contains(SECRET.substring(6, 20)));
        assertEquals(SECRET, SecretBox.at(folder.resolve("webhook.key")).open(locked, "s1"));
        assertThrows(GeneralSecurityException.class, () -> box.open(locked, "s2"));
        SecretBox other = SecretBox.at(folder.resolve("other.key"));
        assertThrows(GeneralSecurityException.class, () -> other.open(locked, "s1"));
        assertEquals(
                "rw-------",
                java.nio.file.attribute.PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("webhook.key"))));
    }

    private WebhookDelivery only() {
        return house.webhooks.deliveries.values().iterator().next();
    }
}
