// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guidang.shared.Digest;

/**
 * What is tested at which stage, by which standard and edition. A profile is a file; its digest stands in every report
 * made by it, so that anyone can hold the report against the very rows that were applied.
 *
 * @param id name of the file without ending
 * @param standard number and year as printed
 * @param edition ours, of these rows
 * @param title as shown
 * @param variation id of the variation that was applied to the edition, such as {@code WZ-3} for the third version of
 *     window WZ's own copy; empty for the edition itself
 * @param digest SHA-256 over the octets of the file; for a variation SM3 over its canonical form, which names that of the
 *     edition
 * @param items by stage, in the order of the standard
 */
public record Profile(
        String id,
        String standard,
        String edition,
        String title,
        String variation,
        Digest digest,
        Map<Phase, List<CheckItem>> items)
        implements Serializable {

    public Profile {
        items = Map.copyOf(items);
    }

    /** The items of one stage, in the order of the standard; empty when the profile has none for it. */
    public List<CheckItem> items(Phase phase) {
        return items.getOrDefault(phase, List.of());
    }

    public Optional<CheckItem> item(String code) {
        return items.values().stream()
                .flatMap(List::stream)
                .filter(item -> item.code().equals(code))
                .findFirst();
    }
}
