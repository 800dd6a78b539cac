// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.boundary;

import java.util.List;
import java.util.Map;
import org.guidang.intake.CaseFacts;
import org.guidang.intake.ProcessOpinion;

/**
 * What a clerk completes by hand (信息补录).
 *
 * @param facts the whole, as it shall be
 * @param opinions the whole, in order
 * @param materials material name by file id, for files whose material is to be said or corrected; others stay
 */
public record CaseChanges(CaseFacts facts, List<ProcessOpinion> opinions, Map<String, String> materials) {

    public CaseChanges {
        opinions = opinions == null ? List.of() : List.copyOf(opinions);
        materials = materials == null ? Map.of() : Map.copyOf(materials);
    }
}
