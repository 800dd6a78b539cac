// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.guidang.packaging.PackageVersion;
import org.guidang.packaging.core.LateTime;
import org.guidang.shared.ContentStore;
import org.guidang.shared.Fixity;
import org.guidang.shared.core.FixityMeter;
import org.guidang.storage.HeldFile;
import org.guidang.storage.Holding;
import org.guidang.storage.HoldingState;
import org.guidang.storage.StorageException;
import org.guidang.storage.core.HoldingDocument;
import org.guidang.storage.core.ListObject;
import org.guidang.storage.core.OcflObjects;
import org.guidang.storage.core.PackageInventory;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.TransferSigned;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the packages of a signed list into the holdings (接收入库). What is to be done stands in the rows: a list SIGNED and
 * not STORED. Nothing enters before all its time-stamps are there, because an object has to prove itself; what came after
 * fixing lies beside the zip in the object. The event is only the doorbell; a timer rings it too, so a stop at any step is taken up again, under the
 * same archival code, and nothing is stored twice.
 */
@ApplicationScoped
public class Acceptance {

    private static final Logger LOG = LoggerFactory.getLogger(Acceptance.class);
    private static final int TOGETHER = 200;
    private static final String SYSTEM = "guidang";

    @Resource
    ManagedExecutorService executor;

    @Inject
    HoldingLedger ledger;

    @Inject
    OcflObjects objects;

    @Inject
    ContentStore contents;

    @Inject
    Clock clock;

    private final Set<TransferListNumber> running = ConcurrentHashMap.newKeySet();

    void onSigned(@Observes(during = TransactionPhase.AFTER_SUCCESS) TransferSigned event) {
        try {
            executor.execute(() -> accept(event.number()));
        } catch (RejectedExecutionException full) {
            LOG.warn("storing of {} waits for the timer: {}", event.number(), full.getMessage());
        }
    }

    /** All lists that wait. */
    public void acceptAll() {
        ledger.awaiting(TOGETHER).forEach(this::accept);
    }

    /** Does what is left to do for one list; what fails is logged and tried again at the next ring. */
    public void accept(TransferListNumber number) {
        if (!running.add(number)) {
            return;
        }
        try {
            HoldingLedger.Plan plan = ledger.plan(number);
            if (plan.owed() > 0) {
                LOG.info("list {} waits to be stored: {} time-stamps owed", number, plan.owed());
                return;
            }
            keepList(number, plan.documents());
            int failed = 0;
            for (PackageVersion version : plan.open()) {
                failed += keep(number, version) ? 0 : 1;
            }
            ledger.close(number);
            LOG.info("list {}: {} packages stored, {} left", number, plan.open().size() - failed, failed);
        } catch (RuntimeException failed) {
            LOG.error("storing of list {}", number, failed);
        } finally {
            running.remove(number);
        }
    }

    private void keepList(TransferListNumber number, Map<String, byte[]> documents) {
        Fixity text = FixityMeter.measure(documents.get(ListObject.TEXT));
        objects.keep(
                ListObject.id(number.value()),
                Map.of(),
                documents,
                Map.of(ListObject.TEXT, text),
                "移交清单 " + number,
                SYSTEM,
                clock.instant());
    }

    /** One bad package spoils nobody else's. */
    private boolean keep(TransferListNumber number, PackageVersion version) {
        try {
            Holding holding = ledger.begin(number, version);
            if (holding.state() == HoldingState.WRITING) {
                ledger.held(holding.archivalCode(), write(holding));
            }
            return true;
        } catch (RuntimeException failed) {
            LOG.error("storing of package {}", version, failed);
            return false;
        }
    }

    private List<HeldFile> write(Holding holding) {
        try {
            Path zip = contents.locate(holding.zip());
            String path = "package/%s-v%d.zip"
                    .formatted(
                            holding.provenance().packageNumber(),
                            holding.provenance().packageVersion());
            Map<String, byte[]> documents = new LinkedHashMap<>();
            documents.put(HoldingDocument.PATH, HoldingDocument.of(holding, path));
            Optional<Fixity> later = ledger.laterToken(holding);
            if (later.isPresent()) {
                try (InputStream kept = contents.open(later.get())) {
                    byte[] proof = kept.readAllBytes();
                    documents.put(path + LateTime.suffix(proof), proof);
                }
            }
            Map<String, Fixity> expected = new LinkedHashMap<>();
            expected.put(path, holding.zip());
            documents.forEach((name, octets) -> expected.put(name, FixityMeter.measure(octets)));
            objects.keep(
                    holding.objectId(),
                    Map.of(path, zip),
                    documents,
                    expected,
                    "接收入库 " + holding.archivalCode(),
                    SYSTEM,
                    clock.instant());
            return PackageInventory.of(zip);
        } catch (IOException unreadable) {
            throw new StorageException(holding.objectId(), String.valueOf(unreadable.getMessage()), unreadable);
        }
    }
}
