// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.guidang.evidence.EvidenceRecord;
import org.guidang.evidence.core.EvidenceBatch;
import org.guidang.evidence.core.EvidenceRenewal;
import org.guidang.evidence.core.EvidenceSummary;
import org.guidang.seal.control.TimeStamps;
import org.guidang.seal.core.Cryptography;
import org.guidang.shared.Digest;
import org.guidang.shared.core.FixityMeter;
import org.guidang.storage.EvidenceFacts;
import org.guidang.storage.HoldingEvidence;
import org.guidang.storage.StorageException;
import org.guidang.storage.control.EvidenceLedger.Subject;
import org.guidang.storage.control.EvidenceLedger.Task;
import org.guidang.storage.core.OcflObjects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes and renews the evidence records of the holdings (证据保全): one token per branch for all that wait, each record
 * written into the OCFL object of its holding as a further version. First the object, then the row: a stop in between
 * makes the record once more, which harms nothing.
 */
@ApplicationScoped
public class EvidenceKeeper {

    /** Under one token. */
    static final int AT_ONCE = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceKeeper.class);
    private static final List<String> BRANCHES = List.of(Digest.SM3, Digest.SHA_256);

    @Inject
    EvidenceLedger ledger;

    @Inject
    EvidenceSettings settings;

    @Inject
    OcflObjects objects;

    @Inject
    TimeStamps timeStamps;

    @Inject
    Clock clock;

    /**
     * Makes the records of holdings that have none, when enough wait to share a token or one has waited long enough.
     *
     * @return how many holdings got theirs
     * @throws org.guidang.seal.TimeStampUnavailableException when no token is to be had; they go on waiting
     */
    public int makeDue() {
        List<Subject> due = ledger.due(AT_ONCE);
        if (due.isEmpty()
                || due.size() < AT_ONCE
                        && due.get(0).heldAt().plus(settings.patience()).isAfter(clock.instant())) {
            return 0;
        }
        try {
            Map<String, EvidenceBatch> batches = new LinkedHashMap<>();
            for (String branch : BRANCHES) {
                batches.put(
                        branch,
                        EvidenceBatch.ofPackages(
                                due.stream().map(each -> digest(each, branch)).toList(), timeStamps));
            }
            int made = 0;
            for (int i = 0; i < due.size(); i++) {
                made += keep(due.get(i), batches, i) ? 1 : 0;
            }
            LOG.info("evidence records for {} of {} holdings, {} tokens", made, due.size(), batches.size());
            return made;
        } catch (IOException unreadable) {
            throw new StorageException("evidence", String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    private boolean keep(Subject subject, Map<String, EvidenceBatch> batches, int index) {
        try {
            Map<String, byte[]> documents = new LinkedHashMap<>();
            Map<String, EvidenceFacts> facts = new LinkedHashMap<>();
            for (Map.Entry<String, EvidenceBatch> batch : batches.entrySet()) {
                EvidenceRecord record = batch.getValue().record(index);
                documents.put(HoldingEvidence.path(batch.getKey()), record.encoded());
                facts.put(batch.getKey(), facts(record));
            }
            objects.add(subject.objectId(), documents, "证据记录", clock.instant());
            ledger.made(subject, facts);
            return true;
        } catch (IOException | RuntimeException failed) {
            LOG.error("evidence of {}", subject.archivalCode(), failed);
            return false;
        }
    }

    /** Renews the time-stamps of these records, one token for all of one algorithm; the packages are not read. */
    public int renewTimeStamps(List<Task> tasks) {
        Map<String, List<Task>> byAlgorithm = new TreeMap<>();
        tasks.forEach(task -> byAlgorithm
                .computeIfAbsent(task.facts().algorithm(), first -> new ArrayList<>())
                .add(task));
        int renewed = 0;
        for (List<Task> group : byAlgorithm.values()) {
            Map<Task, EvidenceRecord> records = readable(group);
            if (!records.isEmpty()) {
                try {
                    renewed +=
                            store(records, EvidenceRenewal.renewTimeStamps(List.copyOf(records.values()), timeStamps));
                } catch (IOException unreadable) {
                    LOG.error("evidence of {} holdings cannot be renewed", records.size(), unreadable);
                }
            }
        }
        return renewed;
    }

    /** Renews the hash trees of these records by another digest: every package is read again. */
    public int renewHashTrees(List<Task> tasks, String algorithm) {
        Map<Task, EvidenceRecord> records = new LinkedHashMap<>();
        List<List<byte[]>> data = new ArrayList<>();
        readable(tasks).forEach((task, record) -> {
            try {
                data.add(List.of(digestNow(task.subject(), algorithm)));
                records.put(task, record);
            } catch (IOException | RuntimeException unreadable) {
                LOG.error("package of {} cannot be read for its evidence", task.key(), unreadable);
            }
        });
        if (records.isEmpty()) {
            return 0;
        }
        try {
            return store(
                    records,
                    EvidenceRenewal.renewHashTrees(List.copyOf(records.values()), algorithm, data, timeStamps));
        } catch (IOException unreadable) {
            throw new StorageException("evidence", String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    private int store(Map<Task, EvidenceRecord> before, List<EvidenceRecord> renewed) {
        int next = 0;
        int stored = 0;
        for (Task task : before.keySet()) {
            EvidenceRecord record = renewed.get(next++);
            try {
                EvidenceFacts facts = facts(record);
                objects.add(
                        task.subject().objectId(),
                        Map.of(HoldingEvidence.path(task.key().branch()), record.encoded()),
                        "证据记录更新",
                        clock.instant());
                ledger.renewed(task, facts);
                stored++;
            } catch (IOException | RuntimeException failed) {
                LOG.error("renewed evidence of {}", task.key(), failed);
            }
        }
        return stored;
    }

    /** The records as they lie in their objects; a damaged one is told and left for the check. */
    private Map<Task, EvidenceRecord> readable(List<Task> tasks) {
        Map<Task, EvidenceRecord> records = new LinkedHashMap<>();
        for (Task task : tasks) {
            try {
                records.put(task, new EvidenceRecord(task.facts().algorithm(), read(task)));
            } catch (IOException | RuntimeException damaged) {
                LOG.error("evidence of {} cannot be renewed: it is not what was stored", task.key(), damaged);
            }
        }
        return records;
    }

    /** @throws IOException when the octets are not those that were stored */
    byte[] read(Task task) throws IOException {
        try (InputStream in = objects.open(
                task.subject().objectId(), HoldingEvidence.path(task.key().branch()))) {
            byte[] octets = in.readAllBytes();
            if (!FixityMeter.measure(octets).equals(task.facts().record())) {
                throw new IOException("evidence record altered");
            }
            return octets;
        }
    }

    private byte[] digestNow(Subject subject, String algorithm) throws IOException {
        try (DigestInputStream in = new DigestInputStream(
                objects.open(subject.objectId(), subject.path()), Cryptography.digest(algorithm))) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.getMessageDigest().digest();
        } catch (NoSuchAlgorithmException unknown) {
            throw new IllegalArgumentException(unknown);
        }
    }

    private static Digest digest(Subject subject, String branch) {
        return new Digest(
                branch,
                branch.equals(Digest.SM3) ? subject.zip().sm3() : subject.zip().sha256());
    }

    private static EvidenceFacts facts(EvidenceRecord record) throws IOException {
        EvidenceSummary summary = EvidenceSummary.of(record);
        return new EvidenceFacts(
                record.algorithm(),
                FixityMeter.measure(record.encoded()),
                summary.first().truncatedTo(ChronoUnit.MICROS),
                summary.last().truncatedTo(ChronoUnit.MICROS),
                summary.expires(),
                summary.timeStamps(),
                summary.chains());
    }
}
