// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.guidang.shared.Actor;

/**
 * What one party of a list says to the other about it, or about one package on it (交接留言). Kept with the list, seen by
 * both, changed and removed by nobody. It decides nothing: reasons stand in the return, opinions in the review.
 */
@Entity
@Table(name = "transfer_message")
public class ListMessage {

    public static final int LONGEST = 1000;

    @Id
    @Column(name = "id", updatable = false)
    private String id;

    @Column(name = "list_number", updatable = false)
    private String list;

    @Column(name = "package_number", updatable = false)
    private String packageNumber;

    @Enumerated(EnumType.STRING)
    @Column(name = "party", updatable = false)
    private Party party;

    @Column(name = "organization_code", updatable = false)
    private String organization;

    @Column(name = "user_name", updatable = false)
    private String userName;

    @Column(name = "display_name", updatable = false)
    private String displayName;

    @Column(name = "words", updatable = false)
    private String words;

    @Column(name = "said_at", updatable = false)
    private Instant saidAt;

    protected ListMessage() {} // JPA

    /**
     * @param packageNumber one on the list; null when it is about the list
     * @throws MessageException when there is nothing in it, or more than {@link #LONGEST} characters
     * @throws IllegalTransitionException while only the window knows the list
     * @throws PackageNotOnListException when it is not on the list
     */
    public ListMessage(TransferList list, String packageNumber, String words, Actor actor, Instant now) {
        list.requireKnownToBoth();
        String stripped = words == null ? "" : words.strip();
        if (stripped.isEmpty() || stripped.codePointCount(0, stripped.length()) > LONGEST) {
            throw new MessageException(LONGEST);
        }
        this.id = UUID.randomUUID().toString();
        this.list = list.number().value();
        this.packageNumber =
                packageNumber == null ? null : list.get(packageNumber).packageNumber();
        this.party = list.isWindow(actor.organization()) ? Party.WINDOW : Party.AGENCY;
        this.organization = actor.organization();
        this.userName = actor.userName();
        this.displayName = actor.displayName();
        this.words = stripped;
        this.saidAt = now;
    }

    public String id() {
        return id;
    }

    public String list() {
        return list;
    }

    /** Empty when it is about the list. */
    public Optional<String> packageNumber() {
        return Optional.ofNullable(packageNumber);
    }

    public Party party() {
        return party;
    }

    public String organization() {
        return organization;
    }

    public String userName() {
        return userName;
    }

    public String displayName() {
        return displayName;
    }

    public String words() {
        return words;
    }

    public Instant saidAt() {
        return saidAt;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ListMessage that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
