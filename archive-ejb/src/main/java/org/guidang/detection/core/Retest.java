// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guidang.detection.CheckItem;
import org.guidang.detection.DetectionReport;
import org.guidang.detection.ItemResult;
import org.guidang.detection.Profile;
import org.guidang.shared.Fixity;

/** Which results of an earlier run still stand (只复检未通过项). */
final class Retest {

    private Retest() {}

    /** Key of the reason why nothing may be taken over; empty when something may. */
    static String forbidden(DetectionReport earlier, Fixity measured, Profile profile) {
        if (!earlier.packageFixity().equals(measured)) {
            return "detection.retest.octets-differ";
        }
        if (!earlier.profileDigest().equals(profile.digest().toString())) {
            return "detection.retest.profile-differs";
        }
        if (!earlier.toolVersion().equals(Tool.version())) {
            return "detection.retest.tool-differs";
        }
        return earlier.inputs().isEmpty() ? "detection.retest.inputs-unknown" : "";
    }

    /** By number of the item: results that hold and whose method reads nothing that has changed since. */
    static Map<String, ItemResult> standing(
            DetectionReport earlier, List<CheckItem> items, Map<String, String> inputs, Engine engine) {
        Map<String, CheckItem> rows = new HashMap<>();
        items.forEach(item -> rows.put(item.code(), item));
        return earlier.standing(item -> rows.containsKey(item.code())
                && engine.reads(rows.get(item.code())).stream()
                        .allMatch(input ->
                                inputs.get(input.name()).equals(earlier.inputs().get(input.name()))));
    }
}
