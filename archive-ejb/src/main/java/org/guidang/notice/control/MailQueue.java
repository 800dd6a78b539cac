// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.guidang.notice.MailAddress;
import org.guidang.notice.MailMessage;
import org.guidang.notice.MailRepository;
import org.guidang.notice.Notice;
import org.guidang.shared.Words;

/**
 * Writes down, in the caller's transaction, what has to be mailed: a number, a count, a link. Names, accounts and reasons are
 * read after signing in. Without settings nothing is written down; what came meanwhile is in the inbox.
 */
@ApplicationScoped
public class MailQueue {

    private static final String LIST = "transfer-list";

    @Inject
    MailRepository mails;

    @Inject
    MailSettings settings;

    /** For a notice whose recipient has a proven address; nothing otherwise. */
    public void add(Notice notice) {
        if (settings.server().isEmpty()) {
            return;
        }
        mails.addressOf(notice.recipient())
                .filter(address -> address.confirmedAt().isPresent())
                .ifPresent(address -> mails.add(new MailMessage(
                        notice.recipient(),
                        address.address(),
                        say("notice.mail.subject"),
                        say("notice.mail.text", sentence(notice), link(notice)),
                        notice.at())));
    }

    /** The code that proves an address. */
    public void addCode(MailAddress address, String code, java.time.Instant now) {
        mails.add(new MailMessage(
                address.userName(),
                address.address(),
                say("notice.mail.code-subject"),
                say("notice.mail.code-text", code, MailAddress.CODE_LASTS.toMinutes()),
                now));
    }

    /** Keys and webhooks are named by accounts and addresses, so that only the kind of the event is told. */
    private static String sentence(Notice notice) {
        return LIST.equals(notice.subjectKind())
                ? say(notice.event().key(), notice.subjectId(), notice.detail())
                : say("notice.mail." + notice.subjectKind());
    }

    private String link(Notice notice) {
        String page = LIST.equals(notice.subjectKind())
                ? "/transfer/list.xhtml?number=" + URLEncoder.encode(notice.subjectId(), StandardCharsets.UTF_8)
                : "/notice/inbox.xhtml";
        return settings.publicUrl().orElseThrow() + page;
    }

    private static String say(String key, Object... arguments) {
        return Words.say(Locale.CHINESE, key, arguments);
    }
}
