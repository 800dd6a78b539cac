// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.guidang.shared.Actor;

/** What happened to a list, first to last; the last act that changed it stands on the list itself, for the queues. */
@Embeddable
class ListHistory {

    @Embedded
    @AttributeOverride(name = "act", column = @Column(name = "last_act"))
    @AttributeOverride(name = "userName", column = @Column(name = "last_user"))
    @AttributeOverride(name = "displayName", column = @Column(name = "last_name"))
    @AttributeOverride(name = "organization", column = @Column(name = "last_organization"))
    @AttributeOverride(name = "at", column = @Column(name = "last_at"))
    @AttributeOverride(name = "packages", column = @Column(name = "last_packages"))
    private ListAct last;

    @ElementCollection
    @CollectionTable(name = "transfer_act", joinColumns = @JoinColumn(name = "list_number"))
    @OrderColumn(name = "position")
    private List<ListAct> acts = new ArrayList<>();

    void record(Act act, Actor actor, Instant now, int packages) {
        last = act(act, actor, now, packages);
        acts.add(last);
    }

    void record(Signed signed, int packages) {
        Act act = signed.party() == Party.WINDOW ? Act.WINDOW_SIGNED : Act.AGENCY_SIGNED;
        last = new ListAct(act, signed.userName(), signed.displayName(), signed.organization(), signed.at(), packages);
        acts.add(last);
    }

    /** Writes an act down that changed nothing. */
    void mention(Act act, Actor actor, Instant now) {
        acts.add(act(act, actor, now, 0));
    }

    ListAct last() {
        return last;
    }

    List<ListAct> acts() {
        return List.copyOf(acts);
    }

    private static ListAct act(Act act, Actor actor, Instant now, int packages) {
        return new ListAct(act, actor.userName(), actor.displayName(), actor.organization(), now, packages);
    }
}
