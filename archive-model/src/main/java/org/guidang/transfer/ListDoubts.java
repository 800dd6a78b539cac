// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.OneToMany;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.guidang.shared.Actor;

/** The doubts about packages of a list; how many are open stands on the list itself, where the database guards it. */
@Embeddable
class ListDoubts {

    @OneToMany(mappedBy = "list", cascade = CascadeType.ALL)
    private List<Doubt> doubts = new ArrayList<>();

    @Column(name = "open_doubts")
    private int open;

    Doubt raise(OfferedPackage pack, Doubt raised) {
        doubts.stream()
                .filter(doubt -> doubt.isOpen() && doubt.packageNumber().equals(pack.packageNumber()))
                .findFirst()
                .ifPresent(before -> {
                    throw DoubtException.open(before);
                });
        doubts.add(raised);
        count();
        return raised;
    }

    Doubt answer(TransferListNumber list, String id, String opinion, Actor actor, Instant now) {
        Doubt doubt = get(list, id);
        doubt.answer(opinion, actor, now);
        count();
        return doubt;
    }

    Doubt takeBack(TransferListNumber list, String id, Actor actor, Instant now) {
        Doubt doubt = get(list, id);
        doubt.takeBack(actor, now);
        count();
        return doubt;
    }

    void lapse(Actor actor, Instant now) {
        open().forEach(doubt -> doubt.lapse(actor, now));
        count();
    }

    List<Doubt> open() {
        return all().stream().filter(Doubt::isOpen).toList();
    }

    /** Numbers of the packages an opinion is awaited about. */
    List<String> openAbout() {
        return open().stream().map(Doubt::packageNumber).toList();
    }

    /** First raised first. */
    List<Doubt> all() {
        return doubts.stream()
                .sorted(Comparator.comparing(Doubt::askedAt).thenComparing(Doubt::id))
                .toList();
    }

    private Doubt get(TransferListNumber list, String id) {
        return doubts.stream()
                .filter(doubt -> doubt.id().equals(id))
                .findFirst()
                .orElseThrow(() -> DoubtException.unknown(list, id));
    }

    private void count() {
        open = (int) doubts.stream().filter(Doubt::isOpen).count();
    }
}
