// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Date;
import org.guidang.notice.core.MailServer.Security;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Mails handed to a real SMTP server of another make. */
class MailCallTest {

    private static final Instant NOW = Instant.parse("2026-11-21T04:00:00Z");

    private final GreenMail receiver = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop();
    }

    private MailCall call(Security security, String user, String password) {
        return new MailCall(new MailServer(
                "127.0.0.1", receiver.getSmtp().getPort(), security, user, password, "guidang@archive.example"));
    }

    @Test
    @DisplayName("中文主题和正文原样送达，编号固定，声明为自动邮件")
    void a_mail_arrives_as_it_was_written() throws Exception {
        MailCall.Answer answer =
                call(Security.NONE, null, null).send("m-1", "zhang@agency.example", "归档系统：您有新消息", "清单 1\n\n链接", NOW);
        assertEquals(new MailCall.Answer(true, false, ""), answer);
        assertEquals(1, receiver.getReceivedMessages().length);
        MimeMessage mail = receiver.getReceivedMessages()[0];
        assertEquals("归档系统：您有新消息", mail.getSubject());
        assertEquals(
                "清单 1\n\n链接",
                String.valueOf(mail.getContent()).replace("\r\n", "\n").strip());
        assertEquals("<m-1@archive.example>", mail.getMessageID());
        assertEquals("auto-generated", mail.getHeader("Auto-Submitted", null));
        assertEquals("guidang@archive.example", mail.getFrom()[0].toString());
        assertEquals(1, mail.getAllRecipients().length);
        assertEquals(Date.from(NOW), mail.getSentDate());
    }

    @Test
    void the_account_of_the_server_is_used_and_a_wrong_password_is_tried_again_later() {
        receiver.setUser("guidang@archive.example", "relay", "right");
        receiver.getUserManager().setAuthRequired(true);
        assertTrue(call(Security.NONE, "relay", "right")
                .send("m-2", "a@b.example", "s", "t", NOW)
                .taken());
        MailCall.Answer wrong = call(Security.NONE, "relay", "wrong").send("m-3", "a@b.example", "s", "t", NOW);
        assertFalse(wrong.taken());
        assertFalse(wrong.lasting());
        assertTrue(wrong.failure().startsWith("AuthenticationFailedException"), wrong.failure());
        assertFalse(wrong.failure().contains("wrong"), wrong.failure());
        assertEquals(1, receiver.getReceivedMessages().length);
    }

    @Test
    @DisplayName("要求加密而服务器不支持时，不明文发送")
    void nothing_goes_in_the_clear_where_encryption_is_asked_for() {
        MailCall.Answer answer = call(Security.STARTTLS, null, null).send("m-4", "a@b.example", "s", "t", NOW);
        assertFalse(answer.taken());
        assertFalse(answer.lasting());
        assertEquals(0, receiver.getReceivedMessages().length);
    }

    @Test
    void an_address_with_a_second_header_or_recipient_is_none() {
        for (String bad : new String[] {"a@b.example\r\nBcc: c@d.example", "a@b.example, c@d.example", "a"}) {
            MailCall.Answer answer = call(Security.NONE, null, null).send("m-5", bad, "s", "t", NOW);
            assertEquals(bad + " false true", bad + " " + answer.taken() + " " + answer.lasting());
        }
        assertEquals(0, receiver.getReceivedMessages().length);
    }

    @Test
    void a_server_that_is_gone_is_tried_again_later() {
        MailCall call = call(Security.NONE, null, null);
        receiver.stop();
        MailCall.Answer answer = call.send("m-6", "a@b.example", "s", "t", NOW);
        assertFalse(answer.taken());
        assertFalse(answer.lasting());
    }
}
