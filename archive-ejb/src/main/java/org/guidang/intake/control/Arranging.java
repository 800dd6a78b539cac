// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guidang.audit.control.OperationLog;
import org.guidang.catalog.ArchivingConfiguration;
import org.guidang.catalog.ServiceItem;
import org.guidang.catalog.ServiceItemRepository;
import org.guidang.intake.Case;
import org.guidang.intake.CaseArranged;
import org.guidang.intake.core.ArrangementPlan;
import org.guidang.intake.core.CaseRules;
import org.guidang.issuing.IssuingRecordRepository;
import org.guidang.shared.Actor;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.BusinessRuleException.Kind;
import org.guidang.shared.Finding;
import org.guidang.shared.Outcome;

/** Arranges cases by the configuration in force (整理), and says what they lack. Runs in the caller's transaction. */
@ApplicationScoped
public class Arranging {

    @Inject
    ServiceItemRepository items;

    @Inject
    IssuingRecordRepository records;

    @Inject
    OperationLog log;

    @Inject
    Clock clock;

    @Inject
    Event<CaseArranged> arranged;

    /** Holds the files against a configuration. */
    public ArrangementPlan plan(Case about, ArchivingConfiguration configuration) {
        Map<String, String> materials = new HashMap<>();
        records.of(about.number().value()).stream()
                .map(each -> each.data())
                .filter(data -> data.materialName() != null)
                .forEach(data -> materials.put(data.requestId(), data.materialName()));
        return ArrangementPlan.of(about.files(), configuration, materials);
    }

    /**
     * @throws BusinessRuleException CONTENT {@code intake.case.incomplete} naming each missing material and field;
     *     CONFLICT for an item without configuration
     */
    public void arrange(Case open, Actor actor) {
        ServiceItem item = items.get(open.itemCode());
        ArchivingConfiguration configuration = item.configuration()
                .orElseThrow(() -> new BusinessRuleException(Kind.CONFLICT, "catalog.item.unconfigured", item.code()));
        ArrangementPlan plan = plan(open, configuration);
        List<Finding> findings = new ArrayList<>(CaseRules.complete(open.facts(), open.opinions(), clock.instant()));
        findings.addAll(plan.findings());
        if (Outcome.of(findings) != Outcome.PASSED) {
            throw new BusinessRuleException(
                    Kind.CONTENT,
                    "intake.case.incomplete",
                    findings,
                    open.number().value());
        }
        open.arrange(configuration, plan.placements(), clock.instant());
        record("case.arrange", open, actor);
        arranged.fire(new CaseArranged(open.number(), open.round()));
    }

    /** The log entry of an operation on a case. */
    public void record(String operation, Case about, Actor actor) {
        log.recordFor(
                actor,
                operation,
                "case",
                about.number().value(),
                "done",
                Map.of(
                        "state", about.state().name(),
                        "round", String.valueOf(about.round()),
                        "files", String.valueOf(about.files().size())));
    }
}
