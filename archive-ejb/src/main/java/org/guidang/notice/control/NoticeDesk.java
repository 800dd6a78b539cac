// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.guidang.notice.News;
import org.guidang.notice.Notice;
import org.guidang.notice.NoticeRepository;
import org.guidang.notice.NoticesChanged;
import org.guidang.organization.Organization;
import org.guidang.organization.OrganizationKind;
import org.guidang.organization.OrganizationRepository;
import org.guidang.organization.Person;
import org.guidang.organization.PersonRepository;
import org.guidang.organization.Role;

/**
 * Tells people what happened. The rows belong to the caller's transaction: what did not happen is told to nobody, what
 * happened cannot be lost on the way to whom it concerns. Open pages learn of it once the transaction is committed.
 */
@ApplicationScoped
public class NoticeDesk {

    @Inject
    NoticeRepository notices;

    @Inject
    PersonRepository people;

    @Inject
    OrganizationRepository organizations;

    @Inject
    WebhookQueue systems;

    @Inject
    MailQueue mails;

    @Inject
    Event<NoticesChanged> changed;

    @Inject
    Clock clock;

    /**
     * Tells everybody active in one of the organizations who has one of the roles, and the organizations' systems.
     *
     * @param except who need not be told, since they did it; null for nobody
     */
    public void tell(News news, Collection<String> organizationCodes, Set<String> roles, String except) {
        Set<String> recipients = new TreeSet<>();
        for (String code : organizationCodes) {
            people.ofOrganization(code).stream()
                    .filter(Person::isActive)
                    .filter(person -> person.roles().stream().anyMatch(roles::contains))
                    .map(Person::userName)
                    .filter(name -> !name.equals(except))
                    .forEach(recipients::add);
        }
        tellPeople(news, recipients);
        organizationCodes.forEach(code -> systems.add(code, news));
    }

    /** Tells one person, if that account is active; no system hears of it. */
    public void tellPerson(News news, String userName) {
        people.find(userName).filter(Person::isActive).ifPresent(person -> tellPeople(news, Set.of(userName)));
    }

    /** Tells the lead an organization named, if that account is active; the administrators otherwise. */
    public void tellLead(News news, String organization) {
        Set<String> lead = new TreeSet<>();
        notices.rulesOf(organization)
                .lead()
                .flatMap(people::find)
                .filter(Person::isActive)
                .filter(person -> person.organizationCode().equals(organization))
                .ifPresent(person -> lead.add(person.userName()));
        tellPeople(news, lead.isEmpty() ? administrators() : lead);
    }

    public void tellAdministrators(News news) {
        tellPeople(news, administrators());
    }

    private Set<String> administrators() {
        Set<String> found = new TreeSet<>();
        Stream.of(OrganizationKind.values())
                .flatMap(kind -> organizations.ofKind(kind).stream())
                .map(Organization::code)
                .flatMap(code -> people.ofOrganization(code).stream())
                .filter(Person::isActive)
                .filter(person -> person.roles().contains(Role.SYSTEM_ADMIN))
                .forEach(person -> found.add(person.userName()));
        return found;
    }

    private void tellPeople(News news, Set<String> recipients) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (String recipient : recipients) {
            Notice notice = new Notice(recipient, news, now);
            notices.add(notice);
            mails.add(notice);
        }
        if (!recipients.isEmpty()) {
            changed.fire(new NoticesChanged(recipients));
        }
    }
}
