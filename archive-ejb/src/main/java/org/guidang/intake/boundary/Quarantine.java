// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.guidang.intake.QuarantineEntry;
import org.guidang.intake.QuarantineRepository;
import org.guidang.organization.Role;
import org.guidang.organization.control.CurrentActor;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.BusinessRuleException.Kind;

/** Refused uploads of the caller's window, with all their reasons. */
@Stateless
public class Quarantine {

    private static final int MOST = 200;

    @Inject
    QuarantineRepository entries;

    @Inject
    CurrentActor currentActor;

    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST})
    public QuarantineRow get(String id) {
        String window = currentActor.get().organization();
        return entries.find(id)
                .filter(entry -> entry.window().equals(window))
                .map(QuarantineRow::of)
                .orElseThrow(() -> new BusinessRuleException(Kind.UNKNOWN, "intake.quarantine.unknown", id));
    }

    /** Newest first, at most {@value #MOST}. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST})
    public List<QuarantineRow> find(int offset, int limit) {
        List<QuarantineEntry> found =
                entries.of(currentActor.get().organization(), Math.max(0, offset), Math.min(MOST, Math.max(1, limit)));
        return found.stream().map(QuarantineRow::of).toList();
    }

    /** How many {@link #find} would list in all. */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST})
    public long count() {
        return entries.count(currentActor.get().organization());
    }
}
