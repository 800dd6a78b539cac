// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import java.util.Arrays;
import java.util.List;
import org.guidang.shared.Finding;
import org.guidang.shared.Outcome;

/**
 * What one check came to.
 *
 * @param reason key of a sentence; empty when the findings say it
 * @param examined how many things were looked at
 * @param findings those kept
 * @param total all there were
 */
public record Verdict(
        Outcome outcome,
        String reason,
        List<String> reasonArguments,
        long examined,
        List<Finding> findings,
        long total) {

    public Verdict {
        reasonArguments = List.copyOf(reasonArguments);
        findings = List.copyOf(findings);
    }

    /** There is nothing here for the item to look at. */
    public static Verdict notApplicable(String reason, Object... arguments) {
        return bare(Outcome.NOT_APPLICABLE, reason, arguments);
    }

    /** The item could not be carried out. */
    public static Verdict indeterminate(String reason, Object... arguments) {
        return bare(Outcome.INDETERMINATE, reason, arguments);
    }

    /** A person has to look. */
    public static Verdict manual(String reason, Object... arguments) {
        return bare(Outcome.MANUAL, reason, arguments);
    }

    private static Verdict bare(Outcome outcome, String reason, Object... arguments) {
        List<String> words = Arrays.stream(arguments).map(String::valueOf).toList();
        return new Verdict(outcome, reason, words, 0, List.of(), 0);
    }
}
