// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.guidang.audit.control.OperationLog;
import org.guidang.organization.Person;
import org.guidang.organization.PersonRepository;
import org.guidang.organization.Role;
import org.guidang.organization.control.CurrentActor;
import org.guidang.shared.Actor;
import org.guidang.transfer.Colleague;
import org.guidang.transfer.Doubt;
import org.guidang.transfer.DoubtException;
import org.guidang.transfer.DoubtRepository;
import org.guidang.transfer.TransferList;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.TransferListRepository;
import org.guidang.transfer.control.PartyAtWork;
import org.guidang.transfer.control.TransferNews;

/**
 * Packages a reviewer is not sure of (存疑), the question to a colleague, and the colleague's opinion. Reviewers of the
 * agency only: the window hears of a package by its decision.
 */
@Stateless
public class Doubts {

    @Inject
    TransferListRepository lists;

    @Inject
    DoubtRepository doubts;

    @Inject
    PersonRepository people;

    @Inject
    PartyAtWork parties;

    @Inject
    TransferNews news;

    @Inject
    CurrentActor currentActor;

    @Inject
    OperationLog log;

    @Inject
    Clock clock;

    /**
     * Asks a colleague about a package under review; whoever is asked is told.
     *
     * @param colleague user name of a reviewer of the agency; null or blank for any other
     * @throws DoubtException when the words do not do, the colleague cannot be asked, or a doubt about it is open
     */
    @RolesAllowed(Role.AGENCY_REVIEWER)
    public DoubtRow raise(
            TransferListNumber number, Long seen, String packageNumber, String question, String colleague) {
        TransferList list = parties.lock(number, seen);
        Actor actor = currentActor.get();
        Colleague asked = colleague == null || colleague.isBlank() ? null : reviewer(list.agency(), colleague.strip());
        Doubt raised = list.doubt(packageNumber, question, asked, actor, now());
        news.doubted(list, raised);
        return done("transfer-list.doubt", list, raised, actor);
    }

    /**
     * Gives the opinion that was asked for.
     *
     * @throws DoubtException when the caller was not asked, or somebody settled it before
     */
    @RolesAllowed(Role.AGENCY_REVIEWER)
    public DoubtRow answer(TransferListNumber number, String id, String opinion) {
        TransferList list = parties.lock(number, null);
        Actor actor = currentActor.get();
        Doubt answered = list.advise(id, opinion, actor, now());
        news.advised(list, answered);
        return done("transfer-list.advise", list, answered, actor);
    }

    /** The opinion is no longer needed, or who was asked is away. Any reviewer of the agency may say so. */
    @RolesAllowed(Role.AGENCY_REVIEWER)
    public DoubtRow takeBack(TransferListNumber number, String id) {
        TransferList list = parties.lock(number, null);
        Actor actor = currentActor.get();
        return done("transfer-list.doubt-take-back", list, list.takeBackDoubt(id, actor, now()), actor);
    }

    /** All of a list, first raised first. */
    @RolesAllowed(Role.AGENCY_REVIEWER)
    public List<DoubtRow> of(TransferListNumber number) {
        String caller = currentActor.get().userName();
        return parties.get(number).doubts().stream()
                .map(doubt -> DoubtRow.of(doubt, caller))
                .toList();
    }

    /** 请我看的: open ones the caller may answer, longest waiting first. */
    @RolesAllowed(Role.AGENCY_REVIEWER)
    public List<DoubtRow> askedOfMe(int offset, int limit) {
        Actor actor = currentActor.get();
        return doubts.openFor(actor.organization(), actor.userName(), offset, limit).stream()
                .map(doubt -> DoubtRow.of(doubt, actor.userName()))
                .toList();
    }

    /** How many {@link #askedOfMe} would give without its limit. */
    @RolesAllowed(Role.AGENCY_REVIEWER)
    public long countAskedOfMe() {
        Actor actor = currentActor.get();
        return doubts.countOpenFor(actor.organization(), actor.userName());
    }

    /** Whom the caller may ask: the other active reviewers of the agency, people only. */
    @RolesAllowed(Role.AGENCY_REVIEWER)
    public List<Colleague> colleagues() {
        Actor actor = currentActor.get();
        return reviewers(actor.organization())
                .filter(person -> !person.userName().equals(actor.userName()))
                .map(person -> new Colleague(person.userName(), person.displayName()))
                .toList();
    }

    private Colleague reviewer(String agency, String userName) {
        return reviewers(agency)
                .filter(person -> person.userName().equals(userName))
                .findFirst()
                .map(person -> new Colleague(person.userName(), person.displayName()))
                .orElseThrow(() -> DoubtException.colleague(userName));
    }

    private Stream<Person> reviewers(String agency) {
        return people.ofOrganization(agency).stream()
                .filter(Person::isActive)
                .filter(person -> !person.isClientSystem() && person.roles().contains(Role.AGENCY_REVIEWER));
    }

    private DoubtRow done(String operation, TransferList list, Doubt doubt, Actor actor) {
        lists.flush(list);
        log.record(
                operation,
                "transfer-list",
                list.number().value(),
                "done",
                Map.of(
                        "package", doubt.packageNumber(),
                        "doubt", doubt.id(),
                        "asked", doubt.colleague().orElse("")));
        return DoubtRow.of(doubt, actor.userName());
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
