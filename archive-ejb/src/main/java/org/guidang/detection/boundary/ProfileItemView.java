// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.boundary;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import org.guidang.detection.CheckItem;
import org.guidang.detection.ParameterRule;
import org.guidang.detection.Phase;
import org.guidang.detection.ProfileChange;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Level;

/**
 * One item of a profile: what the edition says and what holds in the organization's version.
 *
 * @param prescribed the edition's level
 * @param level what holds
 * @param source how sure the edition's row is: S printed, I seen elsewhere, M reconstructed, ? unresolved
 * @param changed whether anything departs from the edition
 * @param lowered whether the item weighs less than the edition wants
 * @param reason the grounds; empty for none
 */
public record ProfileItemView(
        Phase phase,
        String code,
        String name,
        String english,
        Characteristic characteristic,
        String group,
        String purpose,
        String basis,
        String clause,
        String source,
        String method,
        Level prescribed,
        Level level,
        List<Parameter> parameters,
        boolean changed,
        boolean lowered,
        String reason)
        implements Serializable {

    /**
     * @param prescribed the edition's value
     * @param type WORD, NUMBER, DATE or PATTERN; null when it may not be changed
     * @param words the words allowed, for type WORD
     * @param allowed the limits in short
     */
    public record Parameter(
            String name, String prescribed, String value, ParameterRule.Type type, List<String> words, String allowed)
            implements Serializable {

        public boolean changed() {
            return !prescribed.equals(value);
        }
    }

    /** @param change null for the edition's own row */
    static ProfileItemView of(Phase phase, CheckItem item, ProfileChange change) {
        Level level = change == null || change.level() == null ? item.level() : change.level();
        List<Parameter> parameters = item.parameters().entrySet().stream()
                .map(one -> parameter(
                        one.getKey(),
                        one.getValue(),
                        change == null
                                ? one.getValue()
                                : change.parameters().getOrDefault(one.getKey(), one.getValue())))
                .sorted(Comparator.comparing(Parameter::name))
                .toList();
        return new ProfileItemView(
                phase,
                item.code(),
                item.name(),
                item.english(),
                item.characteristic(),
                item.group(),
                item.purpose(),
                item.basis(),
                item.clause(),
                item.source(),
                item.method(),
                item.level(),
                level,
                parameters,
                change != null,
                level.ordinal() > item.level().ordinal(),
                change == null ? "" : change.reason());
    }

    private static Parameter parameter(String name, String prescribed, String value) {
        return ParameterRule.of(name)
                .map(rule -> new Parameter(name, prescribed, value, rule.type(), rule.words(), rule.allowed()))
                .orElseGet(() -> new Parameter(name, prescribed, value, null, List.of(), ""));
    }
}
