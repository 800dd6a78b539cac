// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.guidang.storage.HoldingEvidence;
import org.guidang.storage.StorageException;
import org.guidang.storage.control.EvidenceLedger.Task;

/** Evidence as people ask for it: read, check now, renew now. */
@ApplicationScoped
public class EvidenceWork {

    @Inject
    EvidenceLedger ledger;

    @Inject
    EvidenceKeeper keeper;

    @Inject
    EvidenceCheck check;

    /** @throws StorageException when the octets are not those that were stored */
    public byte[] read(HoldingEvidence.Key key) {
        try {
            return keeper.read(
                    ledger.tasks(evidence -> evidence.find(key).stream().toList())
                            .get(0));
        } catch (IOException damaged) {
            throw new StorageException(key.archivalCode(), String.valueOf(damaged.getMessage()), damaged);
        }
    }

    public void check(String archivalCode) {
        check.check(ledger.tasks(evidence -> evidence.of(archivalCode)));
    }

    /** Records of the agency not renewed since; at most {@link EvidenceKeeper#AT_ONCE}. */
    public int renewTimeStamps(String agency, Instant notSince) {
        return keeper.renewTimeStamps(tasks(agency, null, notSince));
    }

    public int renewHashTrees(String agency, String branch, String algorithm, Instant notSince) {
        return keeper.renewHashTrees(tasks(agency, branch, notSince), algorithm);
    }

    private List<Task> tasks(String agency, String branch, Instant notSince) {
        return ledger.tasks(evidence -> evidence.renewedBefore(agency, branch, notSince, EvidenceKeeper.AT_ONCE));
    }
}
