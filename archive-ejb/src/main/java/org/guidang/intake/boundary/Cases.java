// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guidang.catalog.ArchivingConfiguration;
import org.guidang.catalog.ServiceItem;
import org.guidang.catalog.ServiceItemRepository;
import org.guidang.intake.ApplicationNumber;
import org.guidang.intake.Case;
import org.guidang.intake.CaseRepository;
import org.guidang.intake.CaseState;
import org.guidang.intake.control.Arranging;
import org.guidang.intake.control.Reception;
import org.guidang.intake.core.ArrangementPlan;
import org.guidang.intake.core.CaseRules;
import org.guidang.organization.Role;
import org.guidang.organization.control.CurrentActor;
import org.guidang.shared.Actor;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.BusinessRuleException.Kind;
import org.guidang.shared.ContentStore;
import org.guidang.shared.Finding;
import org.guidang.shared.Outcome;

/**
 * The cases of a window from receipt to arrangement (收集, 整理). A window sees its own cases; any other is unknown to it.
 *
 * <p>An upload is taken whole or refused whole, with everything that is wrong; of a refused one nothing stays but a
 * quarantine entry that says why. Acknowledged means the octets are on disk and the rows committed.
 */
@Stateless
public class Cases {

    private static final int MOST = 200;

    @Inject
    CaseRepository cases;

    @Inject
    ServiceItemRepository items;

    @Inject
    Arranging arranging;

    @Inject
    Reception reception;

    @Inject
    CurrentActor currentActor;

    @Inject
    ContentStore contents;

    @Inject
    Clock clock;

    /**
     * Receives a case with its files; RECEIVED. The same submission again gets the same answer and changes nothing.
     *
     * @throws BusinessRuleException CONTENT {@code intake.upload.refused} with all findings; CONFLICT {@code
     *     intake.case.exists} when another submission has the number
     * @throws IOException when a stream or the disk fails; no row is written then
     */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST})
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public CaseReceipt receive(CaseSubmission submission, List<IncomingFile> files) throws IOException {
        return reception.receive(submission, files, currentActor.get());
    }

    /**
     * Adds files to a case that is not arranged (材料补充). Files it has already are not added twice.
     *
     * @throws BusinessRuleException as {@link #receive}; CONFLICT for an arranged case
     */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST})
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public CaseReceipt supplement(ApplicationNumber number, List<IncomingFile> files) throws IOException {
        return reception.supplement(number, files, currentActor.get());
    }

    /** One case of the caller's window, with what it still lacks among its warnings. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST})
    public CaseView get(ApplicationNumber number) {
        return view(own(number));
    }

    /** One file of a case of the caller's window. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST})
    public CaseFileView file(ApplicationNumber number, String fileId) {
        return own(number).files().stream()
                .filter(file -> file.id().equals(fileId))
                .findFirst()
                .map(CaseFileView::of)
                .orElseThrow(() -> new BusinessRuleException(Kind.UNKNOWN, "intake.file.unknown", number.value()));
    }

    /** The octets of a file, checked while they are read. The caller closes the stream. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST})
    public InputStream open(ApplicationNumber number, String fileId) {
        try {
            return contents.open(file(number, fileId).fixity());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Cases of the caller's window in a state, those closed longest ago first; at most {@value #MOST}. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST})
    public List<CaseRow> find(CaseState state, int offset, int limit) {
        return cases
                .of(currentActor.get().organization(), state, Math.max(0, offset), Math.min(MOST, Math.max(1, limit)))
                .stream()
                .map(CaseRow::of)
                .toList();
    }

    /** How many {@link #find} would list in all. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST})
    public long count(CaseState state) {
        return cases.count(currentActor.get().organization(), state);
    }

    /**
     * Completes description and steps of handling, and says which file is which material (信息补录).
     *
     * @param seen version the clerk has seen, or null not to ask
     * @throws BusinessRuleException STALE for an older version, CONFLICT when arranged, CONTENT with all findings
     */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST})
    public CaseView completeMetadata(ApplicationNumber number, Long seen, CaseChanges changes) {
        Case open = own(number, seen);
        List<Finding> findings = CaseRules.ofForm(changes.facts(), changes.opinions(), clock.instant());
        if (Outcome.of(findings) != Outcome.PASSED) {
            throw new BusinessRuleException(Kind.CONTENT, "intake.case.incomplete", findings, number.value());
        }
        open.complete(changes.facts(), changes.opinions());
        changes.materials().forEach(open::assign);
        record("case.complete", open);
        return changed(open);
    }

    /** Takes a file out of use, with an issuing's file the whole issuing; it stays on record. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST})
    public CaseView withdraw(ApplicationNumber number, Long seen, String fileId) {
        Case open = own(number, seen);
        open.withdraw(fileId, clock.instant());
        record("case.withdraw-file", open);
        return changed(open);
    }

    /**
     * Arranges the case by its item's configuration in force; ARRANGED, and {@link org.guidang.intake.CaseArranged} goes out.
     *
     * @throws BusinessRuleException CONTENT {@code intake.case.incomplete} naming each missing material and field
     */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST})
    public CaseView arrange(ApplicationNumber number, Long seen) {
        Case open = own(number, seen);
        arranging.arrange(open, currentActor.get());
        return changed(open);
    }

    /** Reopens an arranged case for correction after a failed detection, with the reason; SUPPLEMENTING. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST})
    public CaseView reopen(ApplicationNumber number, Long seen, String reason) {
        Case arrangedCase = own(number, seen);
        arrangedCase.reopen(reason);
        record("case.reopen", arrangedCase);
        return changed(arrangedCase);
    }

    private Case own(ApplicationNumber number) {
        Actor actor = currentActor.get();
        Case found = cases.get(number);
        found.requireWindow(actor);
        return found;
    }

    private Case own(ApplicationNumber number, Long seen) {
        Case found = own(number);
        if (seen != null) {
            found.requireVersion(seen);
        }
        return found;
    }

    private void record(String operation, Case about) {
        arranging.record(operation, about, currentActor.get());
    }

    /** The view after a change, with the version it will have. */
    private CaseView changed(Case about) {
        cases.flush();
        return view(about);
    }

    private CaseView view(Case about) {
        Optional<ServiceItem> item = items.find(about.itemCode());
        Optional<ArchivingConfiguration> configuration = item.flatMap(ServiceItem::configuration);
        Optional<ArrangementPlan> plan = configuration.map(rules -> arranging.plan(about, rules));
        List<Finding> lacks = new ArrayList<>(CaseRules.complete(about.facts(), about.opinions(), clock.instant()));
        plan.ifPresent(made -> lacks.addAll(made.findings()));
        List<MaterialStatus> materials = configuration.stream()
                .flatMap(rules -> rules.materials().stream())
                .map(rule -> new MaterialStatus(
                        rule.name(),
                        rule.folder(),
                        rule.kind(),
                        rule.required(),
                        plan.orElseThrow().filesFor(rule.name())))
                .toList();
        return new CaseView(
                about.number(),
                about.itemCode(),
                item.map(ServiceItem::name).orElse(about.itemCode()),
                about.window(),
                about.agency(),
                about.facts(),
                about.opinions(),
                about.files().stream().map(CaseFileView::of).toList(),
                materials,
                about.state(),
                about.reopenReason(),
                about.round(),
                about.receivedAt(),
                about.arrangedAt(),
                about.archivedAt(),
                lacks,
                about.version());
    }
}
