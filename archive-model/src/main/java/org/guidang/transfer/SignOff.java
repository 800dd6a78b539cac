// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The fixed versions of a list and the signatures under them. */
@Embeddable
class SignOff {

    @OneToMany(mappedBy = "list", cascade = CascadeType.ALL)
    private List<ListVersion> versions = new ArrayList<>();

    @OneToMany(mappedBy = "list", cascade = CascadeType.ALL)
    private List<PartySignature> signatures = new ArrayList<>();

    void fix(ListVersion version) {
        versions.add(version);
    }

    void take(PartySignature signature) {
        signatures.add(signature);
    }

    Optional<ListVersion> version(int number) {
        return versions.stream().filter(fixed -> fixed.version() == number).findFirst();
    }

    List<ListVersion> versions() {
        return versions.stream()
                .sorted(Comparator.comparingInt(ListVersion::version))
                .toList();
    }

    Optional<PartySignature> of(Party party) {
        return signatures.stream().filter(given -> given.party() == party).findFirst();
    }

    boolean signedBy(String userName) {
        return signatures.stream().anyMatch(given -> given.userName().equals(userName));
    }

    boolean isEmpty() {
        return signatures.isEmpty();
    }
}
