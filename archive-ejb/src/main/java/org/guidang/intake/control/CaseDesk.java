// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.guidang.audit.control.OperationLog;
import org.guidang.intake.ApplicationNumber;
import org.guidang.intake.Case;
import org.guidang.intake.CaseFile;
import org.guidang.intake.CaseRepository;
import org.guidang.intake.QuarantineEntry;
import org.guidang.intake.QuarantineRepository;
import org.guidang.intake.ReceivedFile;
import org.guidang.intake.UnknownCaseException;
import org.guidang.intake.core.ExaminedUpload;
import org.guidang.issuing.IssuingRecord;
import org.guidang.issuing.IssuingRecordRepository;
import org.guidang.shared.Actor;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.BusinessRuleException.Kind;

/**
 * The short transactions of intake. Reading and examining uploads happens outside of them; what came of it is written
 * here, whole or not at all, with its log entry.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CaseDesk {

    @Inject
    CaseRepository cases;

    @Inject
    IssuingRecordRepository records;

    @Inject
    QuarantineRepository quarantine;

    @Inject
    OperationLog log;

    @Inject
    Clock clock;

    /** Runs a reading in a transaction of its own. */
    public <T> T read(Supplier<T> reading) {
        return reading.get();
    }

    /**
     * The case that was received under this number with the same submission before; empty when the number is free.
     *
     * @throws BusinessRuleException CONFLICT when another submission has the number
     */
    public Optional<ApplicationNumber> receivedBefore(String number, String digest, Actor actor) {
        if (!ApplicationNumber.isWellFormed(number)) {
            return Optional.empty();
        }
        Optional<Case> first = cases.find(new ApplicationNumber(number));
        first.ifPresent(before -> requireSame(before, digest, actor));
        return first.map(Case::number);
    }

    /**
     * Stores a case with its files and records.
     *
     * @return false when the same submission had been received meanwhile; nothing was written then
     * @throws BusinessRuleException CONFLICT when number or a 唯一标识码 was taken meanwhile
     */
    public boolean receive(Case received, ExaminedUpload upload, Actor actor) {
        Optional<Case> first = cases.find(received.number());
        if (first.isPresent()) {
            requireSame(first.get(), received.submissionDigest(), actor);
            return false;
        }
        Instant now = clock.instant();
        upload.files().forEach(file -> received.add(UUID.randomUUID().toString(), file, now));
        cases.add(received);
        keep(upload, received.number(), now);
        log.recordFor(
                actor,
                "case.receive",
                "case",
                received.number().value(),
                "done",
                Map.of(
                        "files", String.valueOf(upload.files().size()),
                        "octets", String.valueOf(octets(upload)),
                        "digest", received.submissionDigest(),
                        "warnings", String.valueOf(upload.findings().size())));
        return true;
    }

    /** Adds files to an open case; files it has already are not added twice. */
    public void supplement(ApplicationNumber number, ExaminedUpload upload, Actor actor) {
        Case open = cases.get(number);
        open.requireWindow(actor);
        Instant now = clock.instant();
        List<ReceivedFile> added = upload.files().stream()
                .filter(file -> open.files().stream().noneMatch(before -> same(before, file)))
                .toList();
        open.touched();
        added.forEach(file -> open.add(UUID.randomUUID().toString(), file, now));
        keep(upload, number, now);
        log.recordFor(
                actor,
                "case.supplement",
                "case",
                number.value(),
                "done",
                Map.of("files", String.valueOf(added.size()), "octets", String.valueOf(octets(upload))));
    }

    /** Leaves word of a refused upload; its octets are gone. */
    public void refuse(String number, BusinessRuleException refusal, int files, long octets, Actor actor) {
        QuarantineEntry entry = new QuarantineEntry(
                UUID.randomUUID().toString(),
                actor.organization(),
                number == null ? "" : number.replace('\u0000', '\uFFFD'),
                actor.userName(),
                clock.instant(),
                refusal.key(),
                files,
                octets,
                refusal.findings());
        quarantine.add(entry);
        String named = ApplicationNumber.isWellFormed(number) ? number : entry.id();
        log.recordFor(
                actor,
                "case.refuse",
                "case",
                named,
                refusal.key(),
                Map.of(
                        "quarantine", entry.id(),
                        "findings", String.valueOf(refusal.findings().size())));
    }

    private void keep(ExaminedUpload upload, ApplicationNumber number, Instant now) {
        upload.records().forEach((fixity, data) -> {
            Optional<IssuingRecord> before = records.find(data.requestId());
            boolean other = before.filter(known -> !known.fixity().equals(fixity)
                            || !known.applicationNumber().equals(number.value()))
                    .isPresent();
            if (other) {
                throw new BusinessRuleException(Kind.CONFLICT, "intake.issuing.request-id-taken", data.requestId());
            }
            if (before.isEmpty()) {
                records.add(new IssuingRecord(data, number.value(), fixity, now));
            }
        });
    }

    private static void requireSame(Case first, String digest, Actor actor) {
        try {
            first.requireWindow(actor);
        } catch (UnknownCaseException foreign) {
            throw new BusinessRuleException(
                    Kind.CONFLICT, "intake.case.number-taken", first.number().value());
        }
        if (!first.submissionDigest().equals(digest)) {
            throw new BusinessRuleException(
                    Kind.CONFLICT,
                    "intake.case.exists",
                    first.number().value(),
                    first.facts().title(),
                    first.receivedAt().toString());
        }
    }

    private static boolean same(CaseFile before, ReceivedFile file) {
        return before.fixity().equals(file.fixity())
                && before.originalName().equals(file.originalName())
                && Objects.equals(before.issuing(), file.issuing());
    }

    private static long octets(ExaminedUpload upload) {
        return upload.files().stream().mapToLong(file -> file.fixity().octets()).sum();
    }
}
