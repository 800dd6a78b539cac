// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a person wants to be written to. The person says the address and proves it with the code that was mailed there;
 * nothing but that code is sent to an address that is not proven.
 */
@Entity
@Table(name = "mail_address")
public class MailAddress {

    public static final Duration CODE_LASTS = Duration.ofMinutes(30);
    public static final int MOST_TRIES = 5;

    /** Between two codes, so that nobody floods a stranger's mailbox. */
    public static final Duration BETWEEN = Duration.ofMinutes(1);

    /** RFC 5321 Mailbox without quoted names and address literals; one address only, nothing that could add a header. */
    private static final Pattern FORM = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");

    private static final int LONGEST = 254;

    @Id
    @Column(name = "user_name")
    private String userName;

    @Column(name = "address")
    private String address;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    @Column(name = "code_hash")
    private String codeHash;

    @Column(name = "code_until")
    private Instant codeUntil;

    @Column(name = "code_tries")
    private int codeTries;

    @Column(name = "asked_at")
    private Instant askedAt;

    protected MailAddress() {} // JPA

    /**
     * An address that is not proven yet.
     *
     * @throws MailRefusedException when it is no address mail can go to
     */
    public MailAddress(String userName, String address, String code, Instant now) {
        this.userName = userName;
        ask(address, code, now);
    }

    /**
     * The person says another address, or the same again; the old one counts no more.
     *
     * @throws MailRefusedException when it is no address, or the last code is younger than {@link #BETWEEN}
     */
    public void change(String changed, String code, Instant now) {
        if (now.isBefore(askedAt.plus(BETWEEN))) {
            throw MailRefusedException.tooSoon(BETWEEN.toSeconds());
        }
        ask(changed, code, now);
    }

    private void ask(String said, String code, Instant now) {
        String stripped = said == null ? "" : said.strip();
        if (stripped.length() > LONGEST || !FORM.matcher(stripped).matches()) {
            throw MailRefusedException.address(stripped);
        }
        address = stripped;
        confirmedAt = null;
        codeHash = hash(code);
        codeUntil = now.plus(CODE_LASTS);
        codeTries = 0;
        askedAt = now;
    }

    /** Whether the code proves the address. A code is good once, for half an hour and five tries. */
    public boolean confirm(String code, Instant now) {
        if (codeHash == null || !now.isBefore(codeUntil) || codeTries >= MOST_TRIES) {
            return false;
        }
        codeTries++;
        if (code == null || !hash(code.strip()).equals(codeHash)) {
            return false;
        }
        confirmedAt = now;
        codeHash = null;
        codeUntil = null;
        return true;
    }

    /** Bound to person and address. The code lives for minutes and proves an address only, so that no salt is needed. */
    private String hash(String code) {
        byte[] text = (userName + "\n" + address + "\n" + code).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String userName() {
        return userName;
    }

    public String address() {
        return address;
    }

    /** When it was proven; empty before. */
    public Optional<Instant> confirmedAt() {
        return Optional.ofNullable(confirmedAt);
    }
}
