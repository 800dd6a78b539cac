// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.guidang.audit.control.OperationLog;
import org.guidang.catalog.RetentionPeriod;
import org.guidang.intake.ApplicationNumber;
import org.guidang.intake.control.CaseEnd;
import org.guidang.organization.Organization;
import org.guidang.organization.OrganizationRepository;
import org.guidang.packaging.ArchivalPackage;
import org.guidang.packaging.PackageRepository;
import org.guidang.packaging.PackageState;
import org.guidang.packaging.PackageVersion;
import org.guidang.registry.ArchivalCodes;
import org.guidang.registry.CodeValues;
import org.guidang.shared.Actor;
import org.guidang.shared.Fixity;
import org.guidang.storage.FondsMissingException;
import org.guidang.storage.HeldFile;
import org.guidang.storage.Holding;
import org.guidang.storage.HoldingRepository;
import org.guidang.storage.HoldingState;
import org.guidang.storage.Provenance;
import org.guidang.storage.core.ListObject;
import org.guidang.transfer.OfferedPackage;
import org.guidang.transfer.Party;
import org.guidang.transfer.PartySignature;
import org.guidang.transfer.TransferList;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.TransferListRepository;
import org.guidang.transfer.control.ListTexts;

/** The short transactions of acceptance: a code before the object is written, the holding after it was read back. */
@ApplicationScoped
class HoldingLedger {

    /**
     * What is to be done for a list.
     *
     * @param documents of the object of the list itself
     * @param open package versions that are not held yet
     * @param owed time-stamps that signatures or packages of the list still wait for
     */
    record Plan(String agency, Map<String, byte[]> documents, List<PackageVersion> open, long owed) {}

    @Inject
    TransferListRepository lists;

    @Inject
    PackageRepository packages;

    @Inject
    HoldingRepository holdings;

    @Inject
    OrganizationRepository organizations;

    @Inject
    ArchivalCodes codes;

    @Inject
    CaseEnd cases;

    @Inject
    ListTexts texts;

    @Inject
    OperationLog log;

    @Inject
    Clock clock;

    @Transactional(TxType.REQUIRES_NEW)
    public List<TransferListNumber> awaiting(int limit) {
        return lists.awaitingStorage(limit);
    }

    @Transactional(TxType.REQUIRES_NEW)
    public Plan plan(TransferListNumber number) {
        TransferList list = lists.get(number);
        List<ArchivalPackage> open = packages
                .all(list.packages(list.version()).stream()
                        .map(offered -> new PackageVersion(offered.packageNumber(), offered.packageVersion()))
                        .toList())
                .values()
                .stream()
                .filter(pack -> pack.state() != PackageState.HELD)
                .toList();
        byte[] text = texts.read(list.current().orElseThrow().text());
        long owed = open.stream().filter(ArchivalPackage::timeStampPending).count()
                + Stream.of(Party.values())
                        .flatMap(party -> list.signatureOf(party).stream())
                        .filter(PartySignature::timeStampPending)
                        .count();
        return new Plan(
                list.agency(),
                ListObject.documents(list, text),
                open.stream().map(ArchivalPackage::id).toList(),
                owed);
    }

    /** The proof of time that came after the package was fixed and therefore lies beside its zip; empty when inside. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Fixity> laterToken(Holding holding) {
        Provenance from = holding.provenance();
        return packages.get(new PackageVersion(from.packageNumber(), from.packageVersion()))
                .laterToken();
    }

    /** The holding of a package with its archival code; given once, however often asked. */
    @Transactional(TxType.REQUIRES_NEW)
    public Holding begin(TransferListNumber number, PackageVersion version) {
        return holdings.ofPackage(version.packageNumber()).orElseGet(() -> {
            ArchivalPackage pack = packages.get(version);
            Organization agency = organizations.get(pack.description().agencyCode());
            if (agency.fonds() == null) {
                throw new FondsMissingException(agency.name());
            }
            var description = pack.description();
            String code = codes.next(new CodeValues(
                            agency.fonds(),
                            description.closedYear(),
                            RetentionPeriod.valueOf(description.retention()),
                            agency.code()))
                    .value();
            Provenance provenance = new Provenance(
                    version.packageNumber(),
                    version.version(),
                    description.applicationNumber(),
                    number.value(),
                    lists.get(number).version(),
                    description.windowCode(),
                    description.agencyCode(),
                    agency.fonds(),
                    description.title(),
                    description.itemCode(),
                    description.itemName(),
                    description.retention(),
                    description.closedYear());
            Holding holding = new Holding(code, provenance, pack.fixing().zip(), now());
            holdings.add(holding);
            return holding;
        });
    }

    /** The object was written and read back; the process of the case ends with it. */
    @Transactional(TxType.REQUIRES_NEW)
    public void held(String archivalCode, List<HeldFile> files) {
        Holding holding = holdings.find(archivalCode).orElseThrow();
        if (holding.state() == HoldingState.HELD) {
            return;
        }
        holding.held(files, now());
        Provenance from = holding.provenance();
        packages.get(new PackageVersion(from.packageNumber(), from.packageVersion()))
                .hold(now());
        cases.archive(new ApplicationNumber(from.applicationNumber()), now());
        log.recordFor(
                system(from.agency()),
                "holding.accept",
                "holding",
                archivalCode,
                "done",
                Map.of(
                        "package", from.packageNumber() + " v" + from.packageVersion(),
                        "list", from.listNumber(),
                        "object", holding.objectId(),
                        "sm3", holding.zip().sm3()));
    }

    /** Tells the list which of its packages are held, and under which codes. */
    @Transactional(TxType.REQUIRES_NEW)
    public void close(TransferListNumber number) {
        TransferList list = lists.lock(number);
        Map<String, String> held = new LinkedHashMap<>();
        holdings
                .ofPackages(list.packages(list.version()).stream()
                        .map(OfferedPackage::packageNumber)
                        .toList())
                .values()
                .stream()
                .filter(holding -> holding.state() == HoldingState.HELD)
                .forEach(holding -> held.put(holding.provenance().packageNumber(), holding.archivalCode()));
        list.held(held, system(list.agency()), now());
        log.recordFor(
                system(list.agency()),
                "transfer-list.store",
                "transfer-list",
                number.value(),
                "done",
                Map.of(
                        "packages",
                        String.valueOf(held.size()),
                        "state",
                        list.state().name()));
    }

    /** Nobody signed in: the system itself, on behalf of the agency whose signature asks for it. */
    private static Actor system(String agency) {
        return new Actor("system", "系统", agency, Set.of());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
