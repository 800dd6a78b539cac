// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/**
 * The signature of one party under one version of a list (交接双方签字确认). Never removed, never changed but for its
 * time-stamp, which may come later.
 */
@Entity
@Table(name = "transfer_signature")
public class PartySignature {

    /** A party signs a version once. */
    @Embeddable
    public record Key(
            @Column(name = "list_number") String list,
            @Column(name = "version") int version,

            @Enumerated(EnumType.STRING) @Column(name = "party")
            Party party)
            implements Serializable {}

    @EmbeddedId
    private Key key;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "list_number", insertable = false, updatable = false)
    private TransferList list;

    @Column(name = "user_name")
    private String userName;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "organization_code")
    private String organization;

    @Column(name = "organization_name")
    private String organizationName;

    @Column(name = "certificate")
    private String certificate;

    @Column(name = "text_sm3")
    private String sm3;

    @Column(name = "cms")
    private String cms;

    @Column(name = "token")
    private String token;

    @Column(name = "signed_at")
    private Instant signedAt;

    protected PartySignature() {} // JPA

    PartySignature(TransferList list, Signed signed) {
        this.key = new Key(list.number().value(), signed.listVersion(), signed.party());
        this.list = list;
        this.userName = signed.userName();
        this.displayName = signed.displayName();
        this.organization = signed.organization();
        this.organizationName = signed.organizationName();
        this.certificate = signed.certificate();
        this.sm3 = signed.sm3();
        this.cms = signed.cms();
        this.token = signed.token();
        this.signedAt = signed.at();
    }

    /**
     * A token that came later joins the signature, whose value stays the same.
     *
     * @param withToken the same CMS with the token as an unsigned attribute, DER in Base64
     * @return false, and nothing changed, when there is a token already
     */
    public boolean timeStamped(String withToken, String later) {
        if (token != null) {
            return false;
        }
        cms = withToken;
        token = later;
        return true;
    }

    public boolean timeStampPending() {
        return token == null;
    }

    public Party party() {
        return key.party();
    }

    public String userName() {
        return userName;
    }

    public Signed asSigned() {
        return new Signed(
                key.party(),
                userName,
                displayName,
                organization,
                organizationName,
                certificate,
                key.version(),
                sm3,
                cms,
                token,
                signedAt);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PartySignature that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
