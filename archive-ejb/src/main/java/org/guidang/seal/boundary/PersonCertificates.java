// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.guidang.organization.Role;
import org.guidang.organization.control.CurrentActor;
import org.guidang.seal.CertificateRefusedException;
import org.guidang.seal.control.CertificateBook;

/**
 * 签字证书: the certificates by which people sign with keys of their own. An administrator registers and withdraws them,
 * for others only; everybody sees their own.
 */
@Stateless
public class PersonCertificates {

    private static final int LARGEST = 64 * 1024;

    @Inject
    CertificateBook book;

    @Inject
    CurrentActor currentActor;

    @PermitAll
    public List<CertificateView> mine() {
        return views(currentActor.get().userName());
    }

    @RolesAllowed({Role.SYSTEM_ADMIN, Role.AUDITOR})
    public List<CertificateView> of(String userName) {
        return views(userName);
    }

    /**
     * Registers a certificate for an account.
     *
     * @param file one certificate, PEM or DER, at most 64 KiB
     * @throws CertificateRefusedException when it cannot be used for signing here, is another's, or the account is one's own
     */
    @RolesAllowed(Role.SYSTEM_ADMIN)
    public CertificateView register(String userName, InputStream file) throws IOException {
        requireAnother(userName);
        // One octet too many makes it unreadable, and that is told.
        byte[] octets = file.readNBytes(LARGEST + 1);
        return CertificateView.of(book.register(userName, octets.length > LARGEST ? new byte[0] : octets));
    }

    /** @throws CertificateRefusedException when the account has no such certificate in force, or is one's own */
    @RolesAllowed(Role.SYSTEM_ADMIN)
    public void withdraw(String userName, String sha256) {
        requireAnother(userName);
        book.withdraw(userName, sha256);
    }

    private List<CertificateView> views(String userName) {
        return book.of(userName).stream().map(CertificateView::of).toList();
    }

    private void requireAnother(String userName) {
        if (userName.equals(currentActor.get().userName())) {
            throw CertificateRefusedException.own(userName);
        }
    }
}
