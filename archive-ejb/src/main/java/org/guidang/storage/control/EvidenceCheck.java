// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.guidang.evidence.core.EvidenceVerdict;
import org.guidang.evidence.core.EvidenceVerifier;
import org.guidang.seal.control.Keys;
import org.guidang.seal.core.SignedContent;
import org.guidang.shared.Finding;
import org.guidang.shared.Outcome;
import org.guidang.storage.control.EvidenceLedger.Task;
import org.guidang.storage.core.OcflObjects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Verifies evidence records against the stored packages, by whom this installation trusts, and notes the answer. */
@ApplicationScoped
public class EvidenceCheck {

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceCheck.class);

    @Inject
    EvidenceLedger ledger;

    @Inject
    EvidenceKeeper keeper;

    @Inject
    OcflObjects objects;

    @Inject
    Keys keys;

    @Inject
    Clock clock;

    /** Each by itself; what cannot be read counts as failed. */
    public void check(List<Task> tasks) {
        for (Task task : tasks) {
            try {
                EvidenceVerdict verdict = verdict(task);
                ledger.checked(
                        task,
                        verdict.outcome(),
                        verdict.findings().stream()
                                .filter(finding -> finding.outcome() != Outcome.PASSED)
                                .map(Finding::code)
                                .findFirst()
                                .orElse(null));
            } catch (IOException | RuntimeException unreadable) {
                LOG.error("evidence of {} cannot be read", task.key(), unreadable);
                ledger.checked(task, Outcome.FAILED, "storage.object.damaged");
            }
        }
    }

    private EvidenceVerdict verdict(Task task) throws IOException {
        return new EvidenceVerifier(keys.installation())
                .verify(
                        keeper.read(task),
                        List.of(SignedContent.of(objects.locate(
                                task.subject().objectId(), task.subject().path()))),
                        clock.instant());
    }
}
