// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.guidang.audit.control.OperationLog;
import org.guidang.detection.Profile;
import org.guidang.detection.ProfileChange;
import org.guidang.detection.ProfileCopy;
import org.guidang.detection.ProfileCopyRepository;
import org.guidang.detection.ProfileCopyState;
import org.guidang.detection.ProfileRefusedException;
import org.guidang.detection.ProfileVariation;
import org.guidang.detection.control.ProfilesInForce;
import org.guidang.detection.core.Profiles;
import org.guidang.detection.xml.ProfileReader;
import org.guidang.organization.Person;
import org.guidang.organization.PersonRepository;
import org.guidang.organization.Role;
import org.guidang.organization.control.CurrentActor;
import org.guidang.shared.Actor;
import org.guidang.shared.Finding;

/**
 * The organization's own detection profile (本单位检测方案): one person proposes what is to differ from an edition, another
 * puts it in force. Each side sees and changes its own only; detection at the window goes by the window's, receipt detection by
 * the agency's.
 */
@Stateless
@RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
public class DetectionProfiles {

    private static final int LONGEST_TITLE = 100;

    @Inject
    ProfileCopyRepository copies;

    @Inject
    ProfilesInForce inForce;

    @Inject
    PersonRepository people;

    @Inject
    CurrentActor currentActor;

    @Inject
    OperationLog log;

    @Inject
    Clock clock;

    /** The editions an organization can start from. */
    public List<EditionView> editions() {
        return ProfileReader.editions().stream()
                .map(ProfileReader::shipped)
                .map(EditionView::of)
                .toList();
    }

    /** The items of an edition, stage by stage; as nobody has changed them. */
    public List<ProfileItemView> items(String edition) {
        return items(base(edition), List.of());
    }

    /** All items as they are in a version of the caller's organization. */
    public List<ProfileItemView> items(int number) {
        ProfileCopy copy = own(number);
        return items(inForce.edition(copy), copy.changes());
    }

    /** Where a version departs from its edition; empty when nowhere. */
    public List<ProfileItemView> differences(int number) {
        return items(number).stream().filter(ProfileItemView::changed).toList();
    }

    private static List<ProfileItemView> items(Profile base, List<ProfileChange> changes) {
        Map<String, ProfileChange> byItem = new HashMap<>();
        changes.forEach(change -> byItem.put(change.item(), change));
        return new EnumMap<>(base.items())
                .entrySet().stream()
                        .flatMap(stage -> stage.getValue().stream()
                                .map(item -> ProfileItemView.of(stage.getKey(), item, byItem.get(item.code()))))
                        .toList();
    }

    /** All versions of the caller's organization, newest first. */
    public List<ProfileView> list() {
        return copies.of(currentActor.get().organization()).stream()
                .map(this::view)
                .toList();
    }

    /** The version the caller's organization tests by; empty when it tests by the installation's. */
    public Optional<ProfileView> inForce() {
        return copies.inForce(currentActor.get().organization()).map(this::view);
    }

    public ProfileView get(int number) {
        return view(own(number));
    }

    /** Proposals another person has made and the caller may decide. */
    public long countToReview() {
        return copies.proposed(currentActor.get().organization()).filter(this::mayReview).stream()
                .count();
    }

    /**
     * Proposes the next version. It waits for a second person and changes nothing until then.
     *
     * @param edition id of the edition to start from
     * @param follows number of the version in force that the author saw; 0 for none
     * @throws ProfileRefusedException all findings about the changes; another proposal waits; another version has come into
     *     force since
     */
    public ProfileView propose(String edition, String title, List<ProfileChange> changes, int follows) {
        Actor author = currentActor.get();
        String organization = author.organization();
        copies.proposed(organization).ifPresent(waiting -> {
            throw ProfileRefusedException.waiting(waiting.id());
        });
        int seen = copies.inForce(organization).map(ProfileCopy::number).orElse(0);
        if (seen != follows) {
            throw ProfileRefusedException.stale(ProfileCopy.idOf(organization, seen));
        }
        int number = copies.of(organization).stream()
                        .mapToInt(ProfileCopy::number)
                        .max()
                        .orElse(0)
                + 1;
        String shown = title == null ? "" : title.strip();
        if (shown.isEmpty() || shown.length() > LONGEST_TITLE) {
            throw ProfileRefusedException.title(LONGEST_TITLE);
        }
        ProfileVariation variation =
                new ProfileVariation(ProfileCopy.idOf(organization, number), shown, base(edition), changes);
        List<Finding> findings = variation.findings();
        if (!findings.isEmpty()) {
            throw ProfileRefusedException.content(findings);
        }
        ProfileCopy copy = new ProfileCopy(
                number,
                variation,
                inForce.keepEdition(edition),
                Profiles.digest(variation).toString(),
                author,
                now());
        copies.add(copy);
        record("propose", copy);
        return view(copy);
    }

    /**
     * The second person puts the proposal in force, under the organization's signature; the version before is superseded in the
     * same transaction. Runs that began before go on by what they began with.
     *
     * @param version the state of the proposal the caller has read
     */
    public ProfileView approve(int number, long version) {
        ProfileCopy copy = seen(number, version);
        Actor second = second(copy);
        Instant now = now();
        copies.inForce(copy.organization()).ifPresent(before -> {
            before.supersede(now);
            copies.flush();
        });
        ProfilesInForce.Signed signed = inForce.sign(copy, now);
        copy.approve(second, signed.cms(), signed.certificate(), now);
        copies.flush();
        record("approve", copy);
        return view(copy);
    }

    /** The second person says no, with grounds. */
    public ProfileView reject(int number, String reason, long version) {
        ProfileCopy copy = seen(number, version);
        copy.reject(second(copy), reason, now());
        copies.flush();
        record("reject", copy);
        return view(copy);
    }

    /** The author takes the proposal back. */
    public ProfileView withdraw(int number, long version) {
        ProfileCopy copy = seen(number, version);
        copy.withdraw(currentActor.get());
        copies.flush();
        record("withdraw", copy);
        return view(copy);
    }

    /** What the digest is taken over and the organization signs. */
    public byte[] canonical(int number) {
        ProfileCopy copy = own(number);
        return copy.variation(inForce.edition(copy)).canonical();
    }

    /** The organization's detached signature; unknown before approval. */
    public byte[] signature(int number) {
        ProfileCopy copy = own(number);
        return copy.cms()
                .map(Base64.getDecoder()::decode)
                .orElseThrow(() -> ProfileRefusedException.unknown(copy.id() + " p7s"));
    }

    private ProfileCopy own(int number) {
        String organization = currentActor.get().organization();
        return copies.find(organization, number)
                .orElseThrow(() -> ProfileRefusedException.unknown(ProfileCopy.idOf(organization, number)));
    }

    private ProfileCopy seen(int number, long version) {
        ProfileCopy copy = own(number);
        if (copy.version() != version) {
            throw ProfileRefusedException.stale(copy.id());
        }
        return copy;
    }

    /** A second pair of eyes is a person's: an interface of another system does not review. */
    private Actor second(ProfileCopy copy) {
        Actor actor = currentActor.get();
        if (people.find(actor.userName()).filter(Person::isClientSystem).isPresent()) {
            throw ProfileRefusedException.notByMachine(copy.id());
        }
        return actor;
    }

    private boolean mayReview(ProfileCopy copy) {
        Actor actor = currentActor.get();
        return copy.state() == ProfileCopyState.PROPOSED
                && !copy.author().equals(actor.userName())
                && people.find(actor.userName()).filter(Person::isClientSystem).isEmpty();
    }

    private ProfileView view(ProfileCopy copy) {
        Profile base = inForce.edition(copy);
        boolean outdated = Stream.of(copy.edition())
                .filter(ProfileReader.editions()::contains)
                .map(ProfileReader::shipped)
                .noneMatch(today -> today.digest().equals(base.digest()));
        boolean mine = copy.state() == ProfileCopyState.PROPOSED
                && copy.author().equals(currentActor.get().userName());
        return ProfileView.of(copy, base, outdated, mayReview(copy), mine);
    }

    private static Profile base(String edition) {
        if (edition == null || !ProfileReader.editions().contains(edition)) {
            throw ProfileRefusedException.edition(edition);
        }
        return ProfileReader.shipped(edition);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void record(String act, ProfileCopy copy) {
        log.record(
                "detection-profile." + act,
                "detection-profile",
                copy.id(),
                "done",
                Map.of(
                        "edition", copy.edition(),
                        "digest", copy.digest(),
                        "changes", String.valueOf(copy.changes().size())));
    }
}
