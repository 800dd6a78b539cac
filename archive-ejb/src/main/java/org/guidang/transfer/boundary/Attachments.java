// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.guidang.detection.control.DetectionRoom;
import org.guidang.detection.core.FileResult;
import org.guidang.detection.core.pack.SubmittedFile;
import org.guidang.organization.Role;
import org.guidang.organization.control.CurrentActor;
import org.guidang.shared.ContentStore;
import org.guidang.shared.Fixity;
import org.guidang.shared.Outcome;
import org.guidang.shared.SafeName;
import org.guidang.shared.control.DataDirectory;
import org.guidang.transfer.Attachment;
import org.guidang.transfer.AttachmentException;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.control.AttachmentDesk;

/**
 * Files the agency adds to a list to show why packages go back (退回附件). Each is examined as any submitted file is; one
 * that fails is refused with every finding and nothing of it stays. To a third organization there are none.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Attachments {

    @Inject
    AttachmentDesk desk;

    @Inject
    DetectionRoom room;

    @Inject
    ContentStore contents;

    @Inject
    DataDirectory data;

    @Inject
    CurrentActor currentActor;

    @Inject
    Clock clock;

    /**
     * Examines and keeps a file; on return it is on disk and in the database. The stream is not closed.
     *
     * @param name as sent; its last part, made safe, is the name it goes by
     * @throws AttachmentException when it is longer than {@link Attachment#LARGEST} octets or fails the examination
     * @throws org.guidang.transfer.IllegalTransitionException when no package of the list can go back now
     */
    @RolesAllowed(Role.AGENCY_REVIEWER)
    public AttachmentRow add(TransferListNumber number, String name, InputStream content) throws IOException {
        desk.requireReturnable(number);
        String safe = SafeName.of(SafeName.lastComponent(name));
        Path copy = Files.createTempFile(data.folder("incoming"), "attachment", ".part");
        try {
            copy(safe, content, copy);
            FileResult seen = room.look(copy, safe);
            if (seen.outcome() == Outcome.FAILED) {
                throw AttachmentException.refused(safe, seen.findings());
            }
            Attachment attachment = new Attachment(
                    number,
                    safe,
                    keep(copy),
                    SubmittedFile.forPeople(seen),
                    currentActor.get(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
            desk.keep(attachment);
            return AttachmentRow.of(attachment);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** Those of the list the caller may see, first added first. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public List<AttachmentRow> of(TransferListNumber number) {
        return desk.seen(number).stream().map(AttachmentRow::of).toList();
    }

    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public AttachmentRow get(TransferListNumber number, String id) {
        return AttachmentRow.of(desk.get(number, id));
    }

    /** The octets, each checked while it is read. The stream is flushed and left open. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public void write(TransferListNumber number, String id, OutputStream out) throws IOException {
        try (InputStream in = contents.open(desk.get(number, id).content())) {
            in.transferTo(out);
        }
        out.flush();
    }

    private static void copy(String name, InputStream content, Path copy) throws IOException {
        try (OutputStream out = Files.newOutputStream(copy)) {
            long left = Attachment.LARGEST;
            byte[] buffer = new byte[64 * 1024];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                left -= read;
                if (left < 0) {
                    throw AttachmentException.tooLarge(name, Attachment.LARGEST);
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private Fixity keep(Path copy) throws IOException {
        try (InputStream content = Files.newInputStream(copy)) {
            return contents.keep(content, Attachment.LARGEST);
        }
    }
}
