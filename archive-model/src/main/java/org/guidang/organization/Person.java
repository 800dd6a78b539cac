// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.Set;
import java.util.TreeSet;
import org.guidang.shared.Actor;

/**
 * An account: a person, or a client system, that acts for exactly one organization. Accounts are switched off, never
 * deleted, since signatures and log entries name them for decades.
 */
@Entity
@Table(name = "person")
public class Person {

    @Id
    @Column(name = "user_name")
    private String userName;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "organization_code")
    private String organizationCode;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "client_system")
    private boolean clientSystem;

    @Column(name = "active")
    private boolean active;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "person_role", joinColumns = @JoinColumn(name = "user_name"))
    @Column(name = "role")
    private Set<String> roles = new TreeSet<>();

    protected Person() {} // JPA

    /**
     * @param passwordHash bcrypt in modular crypt form ({@code $2a$…})
     * @param clientSystem true for another system that uses the REST interface
     */
    public Person(
            String userName,
            String displayName,
            String organizationCode,
            String passwordHash,
            boolean clientSystem,
            Set<String> roles) {
        this.userName = userName;
        this.displayName = displayName;
        this.organizationCode = organizationCode;
        this.passwordHash = passwordHash;
        this.clientSystem = clientSystem;
        this.active = true;
        this.roles.addAll(roles);
    }

    public String userName() {
        return userName;
    }

    public String displayName() {
        return displayName;
    }

    public String organizationCode() {
        return organizationCode;
    }

    public String passwordHash() {
        return passwordHash;
    }

    public boolean isClientSystem() {
        return clientSystem;
    }

    public boolean isActive() {
        return active;
    }

    public Set<String> roles() {
        return Set.copyOf(roles);
    }

    /** @return whether the account did not have it before */
    public boolean give(String role) {
        return roles.add(role);
    }

    /** @return whether the account had it before */
    public boolean withdraw(String role) {
        return roles.remove(role);
    }

    public Actor asActor() {
        return new Actor(userName, displayName, organizationCode, roles());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Person that && userName.equals(that.userName);
    }

    @Override
    public int hashCode() {
        return userName.hashCode();
    }
}
