// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection;

import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Level;

/**
 * One row of a profile: a check item (检测项) as the standard describes it, by what method we carry it out, and how
 * much it weighs. The policy is here; the method knows none of it.
 *
 * @param code number as printed, normalised to {@code GD-1-1}
 * @param name 检测项目 as printed
 * @param english its name for readers of English; ours
 * @param characteristic which of the four natures
 * @param group 检测内容, the heading the standard puts over the item
 * @param level MUST blocks, SHOULD warns, NOTE informs, OFF is listed but not carried out
 * @param purpose 检测目的
 * @param object 检测对象
 * @param basis 检测依据和方法
 * @param clause the place in the standard
 * @param source how sure the row is: {@code S} printed text, {@code I} seen in independent products, {@code M}
 *     reconstructed, {@code ?} number or name unresolved
 * @param method name of the check that carries it out; empty when the row has none (then NOT_APPLICABLE, and said so)
 * @param parameters for the method
 * @param deviation how the row departs from its edition; null where it is the edition's own
 */
public record CheckItem(
        String code,
        String name,
        String english,
        Characteristic characteristic,
        String group,
        Level level,
        String purpose,
        String object,
        String basis,
        String clause,
        String source,
        String method,
        Map<String, String> parameters,
        Deviation deviation)
        implements Serializable {

    public CheckItem {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(characteristic, "characteristic");
        Objects.requireNonNull(level, "level");
        parameters = Map.copyOf(parameters);
    }

    /** A row of an edition, from which nothing departs. */
    public CheckItem(
            String code,
            String name,
            String english,
            Characteristic characteristic,
            String group,
            Level level,
            String purpose,
            String object,
            String basis,
            String clause,
            String source,
            String method,
            Map<String, String> parameters) {
        this(
                code,
                name,
                english,
                characteristic,
                group,
                level,
                purpose,
                object,
                basis,
                clause,
                source,
                method,
                parameters,
                null);
    }

    /** The same row as an organization has changed it; what the edition says stays readable in {@link #deviation}. */
    public CheckItem changed(ProfileChange change) {
        Map<String, String> merged = new TreeMap<>(parameters);
        merged.putAll(change.parameters());
        return new CheckItem(
                code,
                name,
                english,
                characteristic,
                group,
                change.level() == null ? level : change.level(),
                purpose,
                object,
                basis,
                clause,
                source,
                method,
                merged,
                new Deviation(level, change.parameters(), change.reason()));
    }

    /** The parameter, or what to take when the row does not say. */
    public String parameter(String name, String otherwise) {
        return parameters.getOrDefault(name, otherwise);
    }

    /** The parameter as a whole number; {@link NumberFormatException} when the row holds none, so a bad row shows. */
    public long number(String name, long otherwise) {
        String value = parameters.get(name);
        return value == null ? otherwise : Long.parseLong(value.strip());
    }
}
