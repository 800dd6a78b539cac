// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.guidang.intake.ApplicationNumber;
import org.guidang.intake.CaseRepository;

/**
 * Ends the process of cases whose package the agency holds (DB43/T 第6部分 6.10). Runs in the caller's transaction; the log
 * entry of the holding tells of it.
 */
@ApplicationScoped
public class CaseEnd {

    @Inject
    CaseRepository cases;

    /** The case changes no more; one that has ended stays as it is. */
    public void archive(ApplicationNumber number, Instant now) {
        cases.get(number).archive(now);
    }
}
