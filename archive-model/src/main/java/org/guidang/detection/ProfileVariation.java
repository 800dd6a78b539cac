// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.guidang.shared.Digest;
import org.guidang.shared.Finding;

/**
 * An edition but for the levels and parameters of some items: an organization's own copy (本单位检测方案), or the
 * demonstration's. The standard is never copied, so what was changed is all there is to read, and every report can name both.
 *
 * @param id unique in the installation, such as {@code WZ-3}
 * @param title as shown
 * @param base the edition
 * @param changes at most one for an item
 */
public record ProfileVariation(String id, String title, Profile base, List<ProfileChange> changes) {

    public ProfileVariation {
        changes = changes.stream()
                .sorted(Comparator.comparing(ProfileChange::item))
                .toList();
    }

    /** All that forbids this variation; empty when it may be used. */
    public List<Finding> findings() {
        return VariationRules.findings(base, changes);
    }

    /**
     * The octets that are digested and signed: one fact a line, items by number and parameters by name in the order of
     * their code points, UTF-8, lines ended by LF; in values backslash and line breaks are escaped. The same changes give the
     * same octets, different ones never do.
     */
    public byte[] canonical() {
        StringBuilder text = new StringBuilder("guidang-detection-profile 1\n");
        line(text, "id", id);
        line(text, "title", title);
        line(text, "edition", base.id() + " " + base.edition());
        line(text, "edition-digest", base.digest().toString());
        for (ProfileChange change : changes) {
            line(text, "item", change.item());
            line(text, "level", change.level() == null ? "-" : change.level().name());
            new TreeMap<>(change.parameters())
                    .forEach((name, value) -> line(text, "parameter " + escaped(name), value));
            line(text, "reason", change.reason());
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append('=').append(escaped(value)).append('\n');
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("=", "\\=");
    }

    /**
     * The profile to test by.
     *
     * @param digest over {@link #canonical()}
     */
    public Profile profile(Digest digest) {
        Map<String, ProfileChange> byItem = new HashMap<>();
        changes.forEach(change -> byItem.put(change.item(), change));
        Map<Phase, List<CheckItem>> stages = new EnumMap<>(Phase.class);
        base.items()
                .forEach((phase, items) -> stages.put(
                        phase,
                        items.stream()
                                .map(item ->
                                        byItem.containsKey(item.code()) ? item.changed(byItem.get(item.code())) : item)
                                .toList()));
        return new Profile(base.id(), base.standard(), base.edition(), title, id, digest, stages);
    }
}
