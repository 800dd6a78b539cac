// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.control;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.guidang.catalog.ServiceItem;
import org.guidang.catalog.ServiceItemRepository;
import org.guidang.intake.ApplicationNumber;
import org.guidang.intake.Case;
import org.guidang.intake.CaseRepository;
import org.guidang.intake.boundary.CaseReceipt;
import org.guidang.intake.boundary.CaseSubmission;
import org.guidang.intake.boundary.IncomingFile;
import org.guidang.intake.core.CaseRules;
import org.guidang.intake.core.ExaminedUpload;
import org.guidang.intake.core.IncomingArea;
import org.guidang.intake.core.StagedFile;
import org.guidang.intake.core.SubmissionDigest;
import org.guidang.intake.core.UploadExamination;
import org.guidang.issuing.IssuingRecordRepository;
import org.guidang.shared.Actor;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.BusinessRuleException.Kind;
import org.guidang.shared.Characteristic;
import org.guidang.shared.ContentStore;
import org.guidang.shared.ContentTooLargeException;
import org.guidang.shared.Finding;
import org.guidang.shared.control.DataDirectory;
import org.guidang.shared.core.Uniqueness;

/**
 * The door: stages the files of an upload, examines them, keeps them in the content store and has the desk write the
 * rows. Needs no transaction of its own; the steps before the rows leave nothing behind when they fail.
 */
@ApplicationScoped
public class Reception {

    /** Most octets of one file; larger ones belong on other ways. */
    static final long MOST_OCTETS = 8L * 1024 * 1024 * 1024;

    private static final int MOST_FILES = 1000;

    @Inject
    CaseDesk desk;

    @Inject
    CaseRepository cases;

    @Inject
    ServiceItemRepository items;

    @Inject
    IssuingRecordRepository records;

    @Inject
    ContentStore contents;

    @Inject
    DataDirectory data;

    @Inject
    Clock clock;

    public CaseReceipt receive(CaseSubmission submission, List<IncomingFile> files, Actor actor) throws IOException {
        try (IncomingArea area = new IncomingArea(incoming(), MOST_OCTETS)) {
            List<Finding> findings = stage(area, files);
            String digest = SubmissionDigest.of(
                    submission.number(),
                    submission.itemCode(),
                    submission.facts(),
                    submission.opinions(),
                    area.files());
            Optional<ApplicationNumber> before = desk.receivedBefore(submission.number(), digest, actor);
            if (before.isPresent()) {
                return new CaseReceipt(before.get(), true, List.of());
            }
            Optional<ServiceItem> item = desk.read(() -> configured(submission.itemCode()));
            findings.addAll(CaseRules.atTheDoor(
                    submission.number(),
                    submission.itemCode(),
                    item,
                    actor.organization(),
                    submission.facts(),
                    submission.opinions(),
                    clock.instant()));
            ExaminedUpload upload = examine(submission.number(), area, findings, actor);
            String agency = item.orElseThrow().agency();
            boolean first = write(() -> received(submission, agency, digest, actor), upload, actor);
            return new CaseReceipt(
                    new ApplicationNumber(submission.number()), !first, first ? upload.findings() : List.of());
        }
    }

    /**
     * Writes the rows. When another request wrote the same number or 唯一标识码 in this instant, this one is asked again
     * and gets the answer of one that came later.
     *
     * @return false when the same submission was received meanwhile
     */
    private boolean write(Supplier<Case> received, ExaminedUpload upload, Actor actor) {
        try {
            return desk.receive(received.get(), upload, actor);
        } catch (EJBException failed) {
            if (!Uniqueness.isViolatedIn(failed)) {
                throw failed;
            }
            return desk.receive(received.get(), upload, actor);
        }
    }

    private Case received(CaseSubmission submission, String agency, String digest, Actor actor) {
        return new Case(
                new ApplicationNumber(submission.number()),
                submission.itemCode(),
                actor.organization(),
                agency,
                submission.facts(),
                submission.opinions(),
                digest,
                clock.instant());
    }

    public CaseReceipt supplement(ApplicationNumber number, List<IncomingFile> files, Actor actor) throws IOException {
        desk.read(() -> {
            Case open = cases.get(number);
            open.requireWindow(actor);
            open.touched();
            return null;
        });
        try (IncomingArea area = new IncomingArea(incoming(), MOST_OCTETS)) {
            List<Finding> findings = stage(area, files);
            ExaminedUpload upload = examine(number.value(), area, findings, actor);
            desk.supplement(number, upload, actor);
            return new CaseReceipt(number, false, upload.findings());
        }
    }

    private Path incoming() {
        return data.folder("incoming");
    }

    private List<Finding> stage(IncomingArea area, List<IncomingFile> files) throws IOException {
        List<Finding> findings = new ArrayList<>();
        if (files.isEmpty() || files.size() > MOST_FILES) {
            findings.add(Finding.failed("case.file-count", Characteristic.INTEGRITY, "intake.case.file-count")
                    .expecting("1–" + MOST_FILES, files.size()));
        }
        for (IncomingFile file : files.subList(0, Math.min(files.size(), MOST_FILES))) {
            try (InputStream content = file.content().open()) {
                area.take(file.name(), file.materialName(), file.source(), file.issuing(), content);
            } catch (ContentTooLargeException tooLarge) {
                findings.add(Finding.failed("case-file.too-large", Characteristic.SECURITY, "intake.file.too-large")
                        .in(file.name())
                        .expecting("<= " + MOST_OCTETS, ""));
            }
        }
        return findings;
    }

    /** Examines and keeps, or refuses and leaves word. */
    private ExaminedUpload examine(String number, IncomingArea area, List<Finding> before, Actor actor)
            throws IOException {
        UploadExamination examination =
                new UploadExamination(number, requestId -> desk.read(() -> records.find(requestId)));
        ExaminedUpload examined = examination.examine(area.files());
        List<Finding> all = new ArrayList<>(before);
        all.addAll(examined.findings());
        ExaminedUpload upload = new ExaminedUpload(all, examined.files(), examined.records());
        if (!upload.isAcceptable()) {
            BusinessRuleException refusal =
                    new BusinessRuleException(Kind.CONTENT, "intake.upload.refused", all, String.valueOf(number));
            desk.refuse(number, refusal, area.files().size(), area.octets(), actor);
            throw refusal;
        }
        for (StagedFile file : area.files()) {
            try (InputStream content = Files.newInputStream(file.octets())) {
                contents.keep(content, MOST_OCTETS);
            }
        }
        return upload;
    }

    private Optional<ServiceItem> configured(String itemCode) {
        Optional<ServiceItem> item = itemCode == null ? Optional.empty() : items.find(itemCode);
        // The windows are read here, while the transaction is open.
        item.ifPresent(ServiceItem::windows);
        return item;
    }
}
