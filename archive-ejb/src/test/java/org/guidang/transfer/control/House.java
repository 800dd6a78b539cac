// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.guidang.audit.Operation;
import org.guidang.audit.OperationChain;
import org.guidang.audit.OperationRepository;
import org.guidang.audit.control.OperationLog;
import org.guidang.catalog.ItemType;
import org.guidang.catalog.RetentionPeriod;
import org.guidang.catalog.ServiceItem;
import org.guidang.intake.ApplicationNumber;
import org.guidang.intake.Case;
import org.guidang.intake.CaseFacts;
import org.guidang.intake.control.InMemory;
import org.guidang.notice.control.InMemoryMails;
import org.guidang.notice.control.InMemoryNotices;
import org.guidang.notice.control.InMemoryPeople;
import org.guidang.notice.control.InMemoryWebhooks;
import org.guidang.notice.control.MailQueue;
import org.guidang.notice.control.MailSettings;
import org.guidang.notice.control.NoticeDesk;
import org.guidang.notice.control.WebhookQueue;
import org.guidang.organization.Organization;
import org.guidang.organization.OrganizationKind;
import org.guidang.organization.OrganizationRepository;
import org.guidang.organization.Role;
import org.guidang.organization.UnknownOrganizationException;
import org.guidang.organization.control.CurrentActor;
import org.guidang.packaging.ArchivalPackage;
import org.guidang.packaging.Fixing;
import org.guidang.packaging.PackageCriteria;
import org.guidang.packaging.PackageDescription;
import org.guidang.packaging.PackageNumber;
import org.guidang.packaging.PackageRepository;
import org.guidang.packaging.PackageUnknownException;
import org.guidang.packaging.PackageVersion;
import org.guidang.registry.Counted;
import org.guidang.registry.RegisterCriteria;
import org.guidang.registry.RegisterEntry;
import org.guidang.registry.RegisterRepository;
import org.guidang.shared.Actor;
import org.guidang.shared.Digest;
import org.guidang.shared.Fixity;
import org.guidang.shared.core.FileContentStore;

/** One window, two agencies, their people, and everything they keep, in memory; content in a folder of the test. */
public final class House {

    public static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");
    public static final Actor LI = new Actor("li", "李静", "WZ", Set.of(Role.WINDOW_ARCHIVIST));
    public static final Actor HE = new Actor("he", "何晓燕", "WB", Set.of(Role.WINDOW_ARCHIVIST));
    public static final Actor ZHANG = new Actor("zhang", "张伟", "MZ", Set.of(Role.AGENCY_REVIEWER));
    public static final Actor CHEN = new Actor("chen", "陈杰", "WJ", Set.of(Role.AGENCY_REVIEWER));
    public static final Actor WANG = new Actor("wang", "王敏", "WZ", Set.of(Role.WINDOW_CLERK));
    public static final Actor ZHAO = new Actor("zhao", "赵芳", "MZ", Set.of(Role.AGENCY_ARCHIVIST));
    public static final Actor ADMIN = new Actor("admin", "系统管理员", "YW", Set.of(Role.SYSTEM_ADMIN));

    public final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    public final FileContentStore contents;
    public final InMemoryTransferLists lists = new InMemoryTransferLists();
    public final InMemory.Cases cases = new InMemory.Cases();
    public final Packages packages = new Packages();
    public final Register register = new Register();
    public final Organizations organizations = new Organizations();
    public final Log operations = new Log();
    public final Caller caller = new Caller();
    public final Fired fired = new Fired();
    public final OperationLog log;
    public final InMemoryNotices notices = new InMemoryNotices();
    public final InMemoryMails mails = new InMemoryMails();
    public final InMemoryWebhooks webhooks = new InMemoryWebhooks();
    public final InMemoryPeople people = new InMemoryPeople("", List.of(LI, HE, ZHANG, CHEN, WANG, ZHAO, ADMIN));
    public final InMemoryAttachments attachments = new InMemoryAttachments();
    public final CorrectionDemands demands;
    public final NoticeDesk desk;
    public final TransferNews news;

    public House(Path folder) throws IOException {
        contents = new FileContentStore(folder.resolve("store"));
        log = Wiring.wire(new OperationLog(), operations, caller, clock);
        WebhookQueue systems = Wiring.wire(new WebhookQueue(), webhooks, clock);
        MailQueue mailQueue = Wiring.wire(new MailQueue(), mails, new MailSettings());
        desk = Wiring.wire(new NoticeDesk(), notices, people, organizations, systems, mailQueue, fired, clock);
        demands = Wiring.wire(new CorrectionDemands(), attachments, clock);
        news = Wiring.wire(new TransferNews(), desk, notices, caller, clock);
    }

    /** A package that passed its archiving detection and stands in the catalogue. */
    public String registered(int serial, String agency, Fixity zip) {
        return registered(serial, agency, zip, NOW);
    }

    /** The same, fixed while no time-stamp authority answered. */
    public String registeredWithoutTime(int serial, String agency) {
        return registeredWithoutTime(serial, agency, new Fixity(10, "a".repeat(64), "b".repeat(64)));
    }

    public String registeredWithoutTime(int serial, String agency, Fixity zip) {
        return registered(serial, agency, zip, null);
    }

    private String registered(int serial, String agency, Fixity zip, Instant timeStampedAt) {
        ArchivalPackage pack = ArchivalPackage.fixed(
                PackageNumber.of("WZ", 2026, serial),
                new PackageDescription(
                        "33000" + serial, "I1", "婚姻登记", "公共服务事项", "某某婚姻登记", "WZ", agency, "YEARS_30", 2026),
                new Fixing(zip, new Digest(Digest.SM3, "0".repeat(64)), 1, 5, "CN=WZ", timeStampedAt),
                NOW);
        pack.detected(true, "gd-" + serial, NOW);
        packages.add(pack);
        register.add(RegisterEntry.of(pack, new Counted(1, 5), LI, NOW));
        cases.add(arranged("33000" + serial, agency));
        return pack.number().value();
    }

    private static Case arranged(String application, String agency) {
        ServiceItem item = new ServiceItem("I1", "婚姻登记", ItemType.PUBLIC_SERVICE, agency, Set.of());
        Case made = new Case(
                new ApplicationNumber(application),
                "I1",
                "WZ",
                agency,
                new CaseFacts("某某婚姻登记", null, NOW, NOW, "准予", null),
                List.of(),
                "0".repeat(64),
                NOW);
        made.arrange(item.configure(RetentionPeriod.YEARS_30, List.of(), NOW), List.of(), NOW);
        return made;
    }

    public String registered(int serial, String agency) {
        return registered(serial, agency, new Fixity(10, "a".repeat(64), "b".repeat(64)));
    }

    public ArchivalPackage pack(String number) {
        return packages.latest(new PackageNumber(number)).orElseThrow();
    }

    /** Who is signed in. */
    public static final class Caller extends CurrentActor {
        public Actor actor = LI;

        @Override
        public Actor get() {
            return actor;
        }

        @Override
        public Actor hold() {
            return actor;
        }
    }

    /** Packages in memory. */
    public static final class Packages implements PackageRepository {
        private final Map<PackageVersion, ArchivalPackage> all = new LinkedHashMap<>();

        @Override
        public ArchivalPackage get(PackageVersion version) {
            return find(version).orElseThrow(() -> new PackageUnknownException(version));
        }

        @Override
        public Optional<ArchivalPackage> find(PackageVersion version) {
            return Optional.ofNullable(all.get(version));
        }

        @Override
        public Optional<ArchivalPackage> latest(PackageNumber number) {
            return versions(number).stream().reduce((first, second) -> second);
        }

        @Override
        public List<ArchivalPackage> versions(PackageNumber number) {
            return all.values().stream()
                    .filter(pack -> pack.number().equals(number))
                    .toList();
        }

        @Override
        public Optional<ArchivalPackage> latestOf(String applicationNumber) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<ArchivalPackage> list(PackageCriteria criteria, int offset, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long count(PackageCriteria criteria) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, Long> countByAgency(PackageCriteria criteria) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<PackageNumber> numbers(PackageCriteria criteria) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<ArchivalPackage> current(Collection<String> packagesOrCases) {
            return all.values().stream()
                    .filter(pack -> packagesOrCases.contains(pack.number().value()))
                    .filter(pack -> pack.successor().isEmpty())
                    .toList();
        }

        @Override
        public List<String> casesToPack(String window, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long countCasesToPack(String window) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<ArchivalPackage> waitingForTime(int limit) {
            return all.values().stream()
                    .filter(ArchivalPackage::timeStampPending)
                    .sorted(Comparator.comparing(ArchivalPackage::fixedAt))
                    .limit(limit)
                    .toList();
        }

        @Override
        public void add(ArchivalPackage pack) {
            all.put(pack.id(), pack);
        }

        @Override
        public PackageNumber numberFor(String applicationNumber, String window, int year, Instant now) {
            throw new UnsupportedOperationException();
        }
    }

    /** The catalogue in memory. */
    public static final class Register implements RegisterRepository {
        private final Map<PackageVersion, RegisterEntry> all = new LinkedHashMap<>();

        @Override
        public void add(RegisterEntry entry) {
            all.put(entry.id(), entry);
        }

        @Override
        public Optional<RegisterEntry> find(PackageVersion version) {
            return Optional.ofNullable(all.get(version));
        }

        @Override
        public List<RegisterEntry> list(RegisterCriteria criteria, int offset, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long count(RegisterCriteria criteria) {
            throw new UnsupportedOperationException();
        }
    }

    /** The organizations of the demonstration that are needed here. */
    public static final class Organizations implements OrganizationRepository {
        private final Map<String, Organization> all = new LinkedHashMap<>();

        Organizations() {
            add(new Organization("WZ", "市政务服务中心综合受理窗口", OrganizationKind.SERVICE_WINDOW, null, null));
            add(new Organization("WB", "滨江区综合受理窗口", OrganizationKind.SERVICE_WINDOW, null, null));
            add(new Organization("YW", "归档系统运行单位", OrganizationKind.OPERATOR, null, null));
            add(new Organization("MZ", "市民政局", OrganizationKind.IMPLEMENTING_AGENCY, null, "J019"));
            add(new Organization("WJ", "市卫生健康委员会", OrganizationKind.IMPLEMENTING_AGENCY, null, "J037"));
        }

        @Override
        public Organization get(String code) {
            return find(code).orElseThrow(() -> new UnknownOrganizationException(code));
        }

        @Override
        public Optional<Organization> find(String code) {
            return Optional.ofNullable(all.get(code));
        }

        @Override
        public List<Organization> ofKind(OrganizationKind kind) {
            return all.values().stream().filter(one -> one.kind() == kind).toList();
        }

        @Override
        public void add(Organization organization) {
            all.put(organization.code(), organization);
        }

        @Override
        public boolean isEmpty() {
            return all.isEmpty();
        }
    }

    /** The operation log in memory. */
    public static final class Log implements OperationRepository {
        public final List<Operation> entries = new ArrayList<>();
        private final Map<String, OperationChain> heads = new HashMap<>();

        @Override
        public OperationChain lockHead(String chain) {
            return heads.computeIfAbsent(chain, OperationChain::new);
        }

        @Override
        public void append(Operation entry) {
            entries.add(entry);
        }

        @Override
        public List<String> chains() {
            return List.copyOf(heads.keySet());
        }

        @Override
        public void readAll(String chain, Consumer<Operation> reader) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Operation> find(String chain, String objectId, Instant from, Instant to, int offset, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long count(String chain, String objectId, Instant from, Instant to) {
            throw new UnsupportedOperationException();
        }

        @Override
        public OperationChain head(String chain) {
            return heads.get(chain);
        }
    }
}
