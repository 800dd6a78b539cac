// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.guidang.audit.control.OperationLog;
import org.guidang.organization.OrganizationRepository;
import org.guidang.organization.Role;
import org.guidang.organization.control.CurrentActor;
import org.guidang.registry.ArchivalCodeRule;
import org.guidang.registry.ArchivalCodes;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.storage.Holding;
import org.guidang.storage.HoldingCriteria;
import org.guidang.storage.HoldingRepository;
import org.guidang.storage.HoldingState;
import org.guidang.storage.Provenance;
import org.guidang.storage.UnknownHoldingException;
import org.guidang.storage.control.Acceptance;
import org.guidang.storage.core.OcflObjects;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.control.PartyAtWork;

/** Holdings of the caller's agency (接收入库, 映射关系); those of any other are unknown. */
@Stateless
public class Holdings {

    private static final int MOST_FOUND = 200;
    private static final int PAGE = 500;

    @Inject
    HoldingRepository holdings;

    @Inject
    OcflObjects objects;

    @Inject
    Acceptance acceptance;

    @Inject
    PartyAtWork parties;

    @Inject
    ArchivalCodes codes;

    @Inject
    OrganizationRepository organizations;

    @Inject
    CurrentActor currentActor;

    @Inject
    OperationLog log;

    /** Takes up at once what is left to store of a list both parties signed; otherwise that happens by itself. */
    @RolesAllowed({Role.AGENCY_ARCHIVIST, Role.AGENCY_REVIEWER})
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void accept(TransferListNumber number) {
        parties.get(number);
        acceptance.accept(number);
    }

    /**
     * What any id leads to: archival code, package number, 申报号, number of a list, digest of a package or of a file in
     * it, or the whole path of such a file. At most 200.
     */
    @RolesAllowed({Role.AGENCY_ARCHIVIST, Role.AGENCY_REVIEWER})
    public List<HoldingRow> find(String anyId) {
        return holdings.byAnyId(agency(), anyId.strip(), MOST_FOUND).stream()
                .map(HoldingRow::of)
                .toList();
    }

    /** @throws UnknownHoldingException when the agency holds nothing under this code */
    @RolesAllowed({Role.AGENCY_ARCHIVIST, Role.AGENCY_REVIEWER})
    public HoldingView get(String archivalCode) {
        return HoldingView.of(mine(archivalCode));
    }

    /** Holdings of the agency by archival code. */
    @RolesAllowed({Role.AGENCY_ARCHIVIST, Role.AGENCY_REVIEWER})
    public List<HoldingRow> list(HoldingCriteria criteria, int offset, int limit) {
        return holdings.list(criteria.within(agency()), offset, limit).stream()
                .map(HoldingRow::of)
                .toList();
    }

    /** How many {@link #list} would give without its limit. */
    @RolesAllowed({Role.AGENCY_ARCHIVIST, Role.AGENCY_REVIEWER})
    public long count(HoldingCriteria criteria) {
        return holdings.count(criteria.within(agency()));
    }

    /** The package as it is stored. The caller closes the stream. */
    @RolesAllowed({Role.AGENCY_ARCHIVIST, Role.AGENCY_REVIEWER})
    public InputStream open(String archivalCode) {
        Holding holding = mine(archivalCode);
        log.record("holding.open", "holding", archivalCode, "done", Map.of("object", holding.objectId()));
        Provenance from = holding.provenance();
        return objects.open(
                holding.objectId(), "package/%s-v%d.zip".formatted(from.packageNumber(), from.packageVersion()));
    }

    /** Reads every stored octet of a holding again; empty when all agree, else what is wrong first. */
    @RolesAllowed({Role.AGENCY_ARCHIVIST, Role.AGENCY_REVIEWER})
    public java.util.Optional<String> verify(String archivalCode) {
        Holding holding = mine(archivalCode);
        java.util.Optional<String> error = objects.errors(holding.objectId());
        log.record(
                "holding.verify",
                "holding",
                archivalCode,
                error.isEmpty() ? "done" : "storage.object.damaged",
                Map.of());
        return error;
    }

    /**
     * What does not belong together: rows of the agency without an object, and rows never finished. Must be empty. Objects
     * without any row are told to every agency, since nobody can tell whose they are without opening them.
     */
    @RolesAllowed(Role.AGENCY_ARCHIVIST)
    public List<Finding> orphans() {
        List<Finding> orphans = new ArrayList<>();
        HoldingCriteria all = new HoldingCriteria(agency(), null, null);
        List<Holding> page = holdings.list(all, 0, PAGE);
        for (int offset = PAGE; !page.isEmpty(); offset += PAGE) {
            for (Holding holding : page) {
                if (holding.state() == HoldingState.WRITING) {
                    orphans.add(orphan("storage.orphan.unfinished", holding.archivalCode(), holding.begunAt()));
                } else if (!objects.has(holding.objectId())) {
                    orphans.add(orphan("storage.orphan.row-without-object", holding.archivalCode(), ""));
                }
            }
            page = holdings.list(all, offset, PAGE);
        }
        try (Stream<String> ids = objects.ids()) {
            ids.filter(id -> id.startsWith(Holding.OBJECTS))
                    .filter(id -> holdings.ofPackage(id.substring(Holding.OBJECTS.length()))
                            .isEmpty())
                    .forEach(id -> orphans.add(orphan("storage.orphan.object-without-row", id, "")));
        }
        return orphans;
    }

    /** The rule by which the agency's fonds gives archival codes. */
    @RolesAllowed({Role.AGENCY_ARCHIVIST, Role.AGENCY_REVIEWER})
    public ArchivalCodeRule codeRule() {
        return codes.ruleOf(fonds());
    }

    /** Sets the rule for codes given from now on. */
    @RolesAllowed(Role.AGENCY_ARCHIVIST)
    public void setCodeRule(ArchivalCodeRule rule) {
        codes.setRule(fonds(), rule);
        log.record("archival-code-rule.set", "fonds", fonds(), "done", Map.of("pattern", rule.pattern()));
    }

    private static Finding orphan(String key, String what, Object since) {
        return Finding.failed(key, Characteristic.INTEGRITY, key).expecting(what, since);
    }

    private Holding mine(String archivalCode) {
        String agency = agency();
        return holdings.find(archivalCode)
                .filter(holding -> holding.provenance().agency().equals(agency))
                .orElseThrow(() -> new UnknownHoldingException(archivalCode));
    }

    private String agency() {
        return currentActor.get().organization();
    }

    private String fonds() {
        return organizations.get(agency()).fonds();
    }
}
