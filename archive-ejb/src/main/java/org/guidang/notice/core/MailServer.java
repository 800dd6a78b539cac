// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.core;

/**
 * The server that takes our mail.
 *
 * @param security how the line is protected
 * @param user null when the server wants no sign-in
 * @param from the address the mails come from
 */
public record MailServer(String host, int port, Security security, String user, String password, String from) {

    /** Protection of the line to the server. */
    public enum Security {
        /** RFC 3207: plain at first, and no mail unless the server then encrypts. */
        STARTTLS,
        /** RFC 8314: encrypted from the first octet. */
        TLS,
        /** Not encrypted; for a relay on the same machine or network that takes mail without a password. */
        NONE
    }
}
