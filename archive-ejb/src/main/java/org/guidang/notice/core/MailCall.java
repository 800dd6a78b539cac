// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.core;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;

/** Hands one mail to the server by SMTP. Ten seconds for each step; the name in the server's certificate has to be its. */
public final class MailCall {

    private static final String LONGEST_MILLISECONDS = "10000";

    /** What became of it; {@code lasting}: the server refuses this address for good. */
    public record Answer(boolean taken, boolean lasting, String failure) {}

    private final MailServer server;
    private final Session session;

    public MailCall(MailServer server) {
        this.server = server;
        Properties said = new Properties();
        said.setProperty("mail.transport.protocol", "smtp");
        said.setProperty("mail.smtp.host", server.host());
        said.setProperty("mail.smtp.port", String.valueOf(server.port()));
        said.setProperty("mail.smtp.connectiontimeout", LONGEST_MILLISECONDS);
        said.setProperty("mail.smtp.timeout", LONGEST_MILLISECONDS);
        said.setProperty("mail.smtp.writetimeout", LONGEST_MILLISECONDS);
        said.setProperty("mail.smtp.auth", String.valueOf(server.user() != null));
        said.setProperty("mail.smtp.ssl.enable", String.valueOf(server.security() == MailServer.Security.TLS));
        boolean later = server.security() == MailServer.Security.STARTTLS;
        said.setProperty("mail.smtp.starttls.enable", String.valueOf(later));
        said.setProperty("mail.smtp.starttls.required", String.valueOf(later));
        said.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        session = Session.getInstance(said, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(server.user(), server.password());
            }
        });
    }

    /**
     * @param id becomes the Message-ID, so that a mail that went twice is seen as one
     * @param address one address
     */
    public Answer send(String id, String address, String subject, String text, Instant now) {
        try {
            MimeMessage mail = new MimeMessage(session) {
                @Override
                protected void updateMessageID() throws MessagingException {
                    setHeader("Message-ID", "<" + id + "@" + host(server.from()) + ">");
                }
            };
            mail.setFrom(new InternetAddress(server.from(), true));
            mail.setRecipient(Message.RecipientType.TO, new InternetAddress(address, true));
            mail.setSubject(subject, StandardCharsets.UTF_8.name());
            mail.setText(text, StandardCharsets.UTF_8.name());
            mail.setSentDate(Date.from(now));
            // RFC 3834: no robot is to answer.
            mail.setHeader("Auto-Submitted", "auto-generated");
            Transport.send(mail);
            return new Answer(true, false, "");
        } catch (AddressException noAddress) {
            return new Answer(false, true, reason(noAddress));
        } catch (SendFailedException refused) {
            return new Answer(false, forGood(refused), reason(refused));
        } catch (MessagingException failed) {
            return new Answer(false, false, reason(failed));
        }
    }

    /** A reply of the 500s to the recipient; anything else may be better later. */
    private static boolean forGood(SendFailedException refused) {
        for (Exception next = refused; next instanceof MessagingException each; next = each.getNextException()) {
            if (next.getMessage() != null && next.getMessage().strip().matches("(?s)55[0-4].*")) {
                return true;
            }
        }
        return false;
    }

    private static String reason(MessagingException failed) {
        Throwable last = failed;
        while (last instanceof MessagingException each && each.getNextException() != null) {
            last = each.getNextException();
        }
        return (last.getClass().getSimpleName() + ": " + last.getMessage()).replaceAll("\\s+", " ");
    }

    private static String host(String address) {
        return address.substring(address.indexOf('@') + 1);
    }
}
