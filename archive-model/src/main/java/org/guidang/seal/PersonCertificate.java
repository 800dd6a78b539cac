// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A certificate by which a person signs with a key of their own, kept outside the server (UKey or file). It belongs to
 * one account for good: withdrawn it counts no more, but never comes to anybody else, so that a signature under it always
 * has the same person behind it.
 */
@Entity
@Table(name = "person_certificate")
public class PersonCertificate {

    @Id
    @Column(name = "sha256")
    private String sha256;

    @Column(name = "key_sha256")
    private String keySha256;

    @Column(name = "user_name")
    private String userName;

    @Column(name = "subject")
    private String subject;

    @Column(name = "issuer")
    private String issuer;

    @Column(name = "valid_from")
    private Instant validFrom;

    @Column(name = "valid_until")
    private Instant validUntil;

    @Column(name = "registered_at")
    private Instant registeredAt;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    protected PersonCertificate() {} // JPA

    public PersonCertificate(String userName, CertificateFacts facts, Instant now) {
        this.sha256 = facts.sha256();
        this.keySha256 = facts.keySha256();
        this.userName = userName;
        this.subject = facts.subject();
        this.issuer = facts.issuer();
        this.validFrom = facts.validFrom();
        this.validUntil = facts.validUntil();
        this.registeredAt = now;
    }

    /** Counts no more from now on; what was signed before stays. */
    public void withdraw(Instant now) {
        if (withdrawnAt == null) {
            withdrawnAt = now;
        }
    }

    /** Counts again, for the same account. */
    public void restore(Instant now) {
        withdrawnAt = null;
        registeredAt = now;
    }

    public boolean isInForce() {
        return withdrawnAt == null;
    }

    public boolean isOf(String account) {
        return userName.equals(account);
    }

    /** SHA-256 of the certificate, DER, hexadecimal in small letters. */
    public String sha256() {
        return sha256;
    }

    /** SHA-256 of its SubjectPublicKeyInfo. */
    public String keySha256() {
        return keySha256;
    }

    public String userName() {
        return userName;
    }

    /** RFC 4514. */
    public String subject() {
        return subject;
    }

    /** RFC 4514. */
    public String issuer() {
        return issuer;
    }

    public Instant validFrom() {
        return validFrom;
    }

    public Instant validUntil() {
        return validUntil;
    }

    public Instant registeredAt() {
        return registeredAt;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersonCertificate that && sha256.equals(that.sha256);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }
}
