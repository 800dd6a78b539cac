// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/**
 * The formal reply of an agency to a list (正式答复): what became of every package, with reasons, as a text for machines,
 * signed with the key of the agency and time-stamped. Made once for each way a review can end and never changed.
 */
@Entity
@Table(name = "transfer_reply")
public class FormalReply {

    /** How the review ended. A concluded list may still go back as a whole; that is another reply. */
    public enum Answer {
        /** The accepted packages wait for signatures or have them; the others went back. */
        CONCLUDED,
        /** All went back. */
        RETURNED
    }

    /** A list is answered once in each way. */
    @Embeddable
    public record Key(
            @Column(name = "list_number") String list,

            @Enumerated(EnumType.STRING) @Column(name = "answer")
            Answer answer)
            implements Serializable {}

    @EmbeddedId
    private Key key;

    @Column(name = "reply_text")
    private String text;

    @Column(name = "cms")
    private String cms;

    @Column(name = "certificate")
    private String certificate;

    @Column(name = "made_at")
    private Instant madeAt;

    protected FormalReply() {} // JPA

    /**
     * @param text UTF-8
     * @param cms detached signature over exactly these octets, DER, with its time-stamp
     * @param certificate subject of the signer
     */
    public FormalReply(Key key, byte[] text, byte[] cms, String certificate, Instant madeAt) {
        this.key = key;
        this.text = new String(text, StandardCharsets.UTF_8);
        this.cms = Base64.getEncoder().encodeToString(cms);
        this.certificate = certificate;
        this.madeAt = madeAt;
    }

    /**
     * The reply a list has now.
     *
     * @throws ReviewIncompleteException while the review has not ended
     */
    public static Key keyOf(TransferList list) {
        if (list.state() == TransferState.RETURNED) {
            return new Key(list.number().value(), Answer.RETURNED);
        }
        if (!list.isConcluded()) {
            throw ReviewIncompleteException.notConcluded(list.number());
        }
        return new Key(list.number().value(), Answer.CONCLUDED);
    }

    public Key key() {
        return key;
    }

    /** Octet for octet what is signed. */
    public byte[] text() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** DER. */
    public byte[] cms() {
        return Base64.getDecoder().decode(cms);
    }

    public String certificate() {
        return certificate;
    }

    public Instant madeAt() {
        return madeAt;
    }
}
