// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guidang.audit.control.OperationLog;
import org.guidang.organization.Role;
import org.guidang.organization.control.CurrentActor;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.BusinessRuleException.Kind;
import org.guidang.storage.EvidenceRepository;
import org.guidang.storage.HoldingEvidence;
import org.guidang.storage.HoldingRepository;
import org.guidang.storage.UnknownHoldingException;
import org.guidang.storage.control.EvidenceWork;

/** Evidence records (证据记录, RFC 4998) of the holdings of the caller's agency; those of any other are unknown. */
@Stateless
public class HoldingsEvidence {

    private static final Set<String> DIGESTS = Set.of("SM3", "SHA-256", "SHA-384", "SHA-512");

    @Inject
    HoldingRepository holdings;

    @Inject
    EvidenceRepository evidence;

    @Inject
    EvidenceWork work;

    @Inject
    CurrentActor currentActor;

    @Inject
    OperationLog log;

    /** Both branches, SM3 first; none while the holding waits for its evidence. */
    @RolesAllowed({Role.AGENCY_ARCHIVIST, Role.AGENCY_REVIEWER})
    public List<EvidenceRow> of(String archivalCode) {
        requireMine(archivalCode);
        return evidence.of(archivalCode).stream().map(EvidenceRow::of).toList();
    }

    /** The record itself, DER. */
    @RolesAllowed({Role.AGENCY_ARCHIVIST, Role.AGENCY_REVIEWER})
    public byte[] open(String archivalCode, String branch) {
        requireMine(archivalCode);
        HoldingEvidence.Key key = new HoldingEvidence.Key(archivalCode, branch);
        evidence.find(key).orElseThrow(() -> unknown(archivalCode, branch));
        log.record("evidence.open", "holding", archivalCode, "done", Map.of("branch", branch));
        return work.read(key);
    }

    /** Verifies the records of a holding against the stored package now. */
    @RolesAllowed({Role.AGENCY_ARCHIVIST, Role.AGENCY_REVIEWER})
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<EvidenceRow> check(String archivalCode) {
        requireMine(archivalCode);
        work.check(archivalCode);
        return evidence.of(archivalCode).stream().map(EvidenceRow::of).toList();
    }

    /**
     * Puts a new time-stamp over each record of the agency not renewed since an instant, at most a thousand
     * at a call; call again until it answers 0.
     *
     * @throws org.guidang.seal.TimeStampUnavailableException when no token is to be had; nothing was changed then
     */
    @RolesAllowed(Role.AGENCY_ARCHIVIST)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public int renewTimeStamps(Instant notSince) {
        return work.renewTimeStamps(currentActor.get().organization(), notSince);
    }

    /**
     * Puts each record of a branch on a new hash tree by another digest, reading every package again; at most a thousand
     * at a call.
     *
     * @param algorithm SM3, SHA-256, SHA-384 or SHA-512
     */
    @RolesAllowed(Role.AGENCY_ARCHIVIST)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public int renewHashTrees(String branch, String algorithm, Instant notSince) {
        if (!DIGESTS.contains(algorithm)) {
            throw new BusinessRuleException(
                    Kind.CONTENT,
                    "storage.evidence.digest-unknown",
                    algorithm,
                    String.join(", ", DIGESTS.stream().sorted().toList()));
        }
        return work.renewHashTrees(currentActor.get().organization(), branch, algorithm, notSince);
    }

    private void requireMine(String archivalCode) {
        String agency = currentActor.get().organization();
        holdings.find(archivalCode)
                .filter(holding -> holding.provenance().agency().equals(agency))
                .orElseThrow(() -> new UnknownHoldingException(archivalCode));
    }

    private static BusinessRuleException unknown(String archivalCode, String branch) {
        return new BusinessRuleException(Kind.UNKNOWN, "storage.evidence.unknown", archivalCode, branch);
    }
}
