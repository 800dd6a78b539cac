// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import org.guidang.organization.Role;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.control.ReplyDesk;

/** The formal reply of the agency to a list, text and signature, for both its parties. Streams are flushed, left open. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Replies {

    @Inject
    ReplyDesk desk;

    /**
     * Sees to it that there is one.
     *
     * @throws org.guidang.transfer.ReviewIncompleteException while the review has not ended
     * @throws org.guidang.seal.TimeStampUnavailableException when it is to be made and no authority answers
     */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public void make(TransferListNumber number) {
        desk.of(number);
    }

    /** The signed text, octet for octet. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public void writeText(TransferListNumber number, OutputStream out) throws IOException {
        out.write(desk.of(number).text());
        out.flush();
    }

    /** The detached signature over it with its time-stamp, CMS, DER. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public void writeSignature(TransferListNumber number, OutputStream out) throws IOException {
        out.write(desk.of(number).cms());
        out.flush();
    }
}
