// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.guidang.organization.Role;
import org.guidang.packaging.control.PackageFiles;
import org.guidang.packaging.core.PackageView;
import org.guidang.transfer.RoundDifference;
import org.guidang.transfer.control.RoundBook;
import org.guidang.transfer.core.RoundComparison;

/**
 * What changed in a package from one round to the next. A round is a version of the package that was offered; for the
 * window its newest version is one too, while it still waits to go out again. Nothing is kept: every round lies where it
 * always lay, octets, reports and reasons, and is held against the next when somebody asks.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Rounds {

    @Inject
    RoundBook book;

    @Inject
    PackageFiles files;

    /**
     * A round against the one before it.
     *
     * @param version of the package in the later round; 0 for the newest the caller may see
     * @throws org.guidang.transfer.RoundException when no round before this one is known to the caller
     */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public RoundDifference difference(String packageNumber, int version) {
        RoundBook.Pair pair = book.open(packageNumber, version);
        try (PackageView earlier = files.open(pair.earlier().pack());
                PackageView later = files.open(pair.later().pack())) {
            return RoundComparison.between(round(pair.earlier(), earlier), round(pair.later(), later));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static RoundComparison.Round round(RoundBook.Side side, PackageView view) {
        return new RoundComparison.Round(side.pack().version(), view, side.report());
    }
}
