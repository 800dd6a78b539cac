// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.rest;

import java.util.Locale;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.shared.Level;
import org.guidang.shared.Outcome;
import org.guidang.shared.Words;

/** A finding with its sentences in the caller's language. */
public record FindingJson(
        String code,
        Characteristic property,
        Level level,
        Outcome outcome,
        String file,
        String place,
        String expected,
        String found,
        String message,
        String todo) {

    public static FindingJson of(Locale locale, Finding finding) {
        return new FindingJson(
                finding.code(),
                finding.property(),
                finding.level(),
                finding.outcome(),
                finding.file(),
                finding.place(),
                finding.expected(),
                finding.found(),
                Words.say(locale, finding),
                Words.toDo(locale, finding));
    }
}
