// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guidang.audit.control.OperationLog;
import org.guidang.catalog.ServiceItem;
import org.guidang.catalog.ServiceItemRepository;
import org.guidang.intake.ApplicationNumber;
import org.guidang.intake.Case;
import org.guidang.intake.CaseRepository;
import org.guidang.intake.CaseState;
import org.guidang.organization.Organization;
import org.guidang.organization.OrganizationRepository;
import org.guidang.packaging.ArchivalPackage;
import org.guidang.packaging.Fixing;
import org.guidang.packaging.PackageFixed;
import org.guidang.packaging.PackageNumber;
import org.guidang.packaging.PackageRepository;
import org.guidang.packaging.PackageUnknownException;
import org.guidang.packaging.PackageVersion;
import org.guidang.packaging.core.PackageContent;
import org.guidang.shared.Actor;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.BusinessRuleException.Kind;
import org.guidang.shared.ContentStore;
import org.guidang.shared.Fixity;

/**
 * The short transactions around the building of a package: read the case and take the number before, store the version
 * after. Building, signing and stamping happen between them, outside any transaction.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PackageDesk {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @Inject
    CaseRepository cases;

    @Inject
    ServiceItemRepository items;

    @Inject
    OrganizationRepository organizations;

    @Inject
    PackageRepository packages;

    @Inject
    ContentStore contents;

    @Inject
    OperationLog log;

    @Inject
    Clock clock;

    @Inject
    Event<PackageFixed> fixed;

    /** The case a package of the actor's window was made of. */
    public ApplicationNumber caseOf(PackageNumber number, Actor actor) {
        ArchivalPackage current = packages.latest(number)
                .filter(pack -> pack.description().windowCode().equals(actor.organization()))
                .orElseThrow(() -> new PackageUnknownException(number));
        return new ApplicationNumber(current.description().applicationNumber());
    }

    /** Since when the package that has waited longest waits for its time-stamp. */
    public Optional<Instant> oldestPending() {
        return packages.waitingForTime(1).stream().map(ArchivalPackage::fixedAt).findFirst();
    }

    /**
     * What is to be built.
     *
     * @param answered the package to make the next version of; null for a first version
     */
    public PackageContent prepare(ApplicationNumber application, PackageNumber answered, Actor actor) {
        Case arranged = cases.get(application);
        arranged.requireWindow(actor);
        if (arranged.state() != CaseState.ARRANGED) {
            throw new BusinessRuleException(
                    Kind.CONFLICT,
                    "packaging.build.case-not-arranged",
                    application.value(),
                    arranged.state().name());
        }
        ServiceItem item = items.get(arranged.itemCode());
        Organization agency = organizations.get(arranged.agency());
        Organization window = organizations.get(arranged.window());
        PackagePlan plan = new PackagePlan(arranged, item, agency, window, contents);
        Optional<ArchivalPackage> current = packages.latestOf(application.value());
        if (answered == null) {
            current.ifPresent(pack -> refuseSecond(application, pack));
            int year = clock.instant().atZone(CHINA).getYear();
            PackageNumber number = packages.numberFor(application.value(), arranged.window(), year, clock.instant());
            return plan.content(new PackageVersion(number, 1), null, null);
        }
        ArchivalPackage before = current.filter(pack -> pack.number().equals(answered))
                .orElseThrow(() -> new BusinessRuleException(Kind.UNKNOWN, "packaging.build.none", answered.value()));
        before.requireAnswerable();
        return plan.content(
                new PackageVersion(answered, before.version() + 1),
                before.returnedList().orElse(null),
                before.returnReason().orElse(null));
    }

    private static void refuseSecond(ApplicationNumber application, ArchivalPackage pack) {
        throw new BusinessRuleException(
                Kind.CONFLICT,
                "packaging.build.exists",
                application.value(),
                pack.number().value());
    }

    /** Stores the version whose zip is kept; refuses when another build of the same case was faster. */
    public PackageVersion store(PackageContent content, Fixing fixing, Actor actor) {
        Instant now = clock.instant();
        ArchivalPackage pack;
        Optional<ArchivalPackage> current = packages.latest(content.version().number());
        if (content.version().version() == 1) {
            current.ifPresent(other ->
                    refuseSecond(new ApplicationNumber(content.description().applicationNumber()), other));
            pack = ArchivalPackage.fixed(content.version().number(), content.description(), fixing, now);
        } else {
            pack = current.orElseThrow(() -> new PackageUnknownException(content.version()))
                    .answered(content.description(), fixing, now);
            if (!pack.id().equals(content.version())) {
                throw new org.guidang.packaging.PackageSupersededException(content.version(), pack.version());
            }
        }
        packages.add(pack);
        log.recordFor(
                actor,
                "package.fix",
                "package",
                pack.id().toString(),
                "done",
                Map.of(
                        "application", content.description().applicationNumber(),
                        "sha256", fixing.zip().sha256(),
                        "sm3", fixing.zip().sm3(),
                        "manifest", fixing.manifest().hex(),
                        "files", String.valueOf(fixing.files()),
                        "timeStamp",
                                fixing.timeStampedAt() == null
                                        ? "pending"
                                        : fixing.timeStampedAt().toString()));
        fixed.fire(
                new PackageFixed(pack.id(), content.description().applicationNumber(), fixing.timeStampedAt() == null));
        return pack.id();
    }

    /** Versions that wait for their time-stamp, longest waiting first. */
    public List<ArchivalPackage> waitingForTime(int limit) {
        return packages.waitingForTime(limit);
    }

    /** Keeps a token that came later beside the package. */
    public void timeStamped(PackageVersion version, Fixity token, Instant time) {
        ArchivalPackage pack = packages.get(version);
        if (!pack.timeStampPending()) {
            return;
        }
        pack.timeStamped(token, time);
        log.recordFor(
                new Actor("system", "系统", pack.description().windowCode(), java.util.Set.of()),
                "package.time-stamp",
                "package",
                version.toString(),
                "done",
                Map.of("time", time.toString(), "token", token.sha256()));
    }
}
