// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Everything window WZ and agency MZ have made of one case, by what it is called in the tables of the isolation test, and
 * for each id one of the same form that nothing bears.
 */
final class Foreign {

    private final Map<String, String> real = new LinkedHashMap<>();
    private final Map<String, String> unknown = new LinkedHashMap<>();
    private final HandOver walk;

    /** Walks one case from the door to the holdings. */
    Foreign(HandOver walk) {
        this.walk = walk;
        String number = walk.arrangedCase();
        String pack = walk.registeredPackage(number);
        String list = walk.submittedList(null, pack);
        walk.received(list);
        walk.act(walk.agency, list, "acceptance", "{}");
        walk.act(walk.agency, list, "conclusion", "{}");
        assertEquals(200, walk.sign(walk.window, list).statusCode());
        assertEquals(200, walk.sign(walk.agency, list).statusCode());
        walk.stored(list);
        put("case", number, "9" + number.substring(1));
        put("pack", pack, "WZ-2026-999999");
        put("list", list, "WZ-2026-9" + list.substring(list.length() - 4));
        put("batch", first(walk.window, "transfer-lists/" + list, "rows").getString("batch"), "WZ-2026-99999-1");
        put("file", first(walk.window, "cases/" + number, "files").getString("id"), someId());
        put(
                "report",
                HandOver.array(walk.window.get("packages/" + pack + "/detections"))
                        .get(0)
                        .getString("id"),
                someId());
        put("notice", first(walk.agency, "notices?limit=1", "rows").getString("id"), someId());
        put("job", first(walk.agency, "detection-jobs?limit=1", "rows").getString("id"), someId());
        put("quarantine", quarantined(), someId());
        String code = walk.holdings(number).get(0).getString("archivalCode");
        put("archival-code", code, code.substring(0, code.length() - 4) + "9999");
    }

    /** The text with the real ids for {@code {name}}. */
    String withReal(String text) {
        return filled(text, real);
    }

    /** The text with ids nothing bears. */
    String withUnknown(String text) {
        return filled(text, unknown);
    }

    /** The text with each id, real or not, replaced by its name: what must be the same for both. */
    String nameless(String text) {
        String said = text;
        for (Map<String, String> ids : List.of(real, unknown)) {
            for (Map.Entry<String, String> id : ids.entrySet()) {
                said = said.replace(id.getValue(), "{" + id.getKey() + "}");
            }
        }
        return said;
    }

    /** Which of the foreign things the text names. */
    List<String> namedIn(String text) {
        return real.entrySet().stream()
                .filter(id -> text.contains(id.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What the owners see of it all, to be compared before and after. */
    String asItStands() {
        StringBuilder all = new StringBuilder();
        for (String path : List.of(
                "cases/{case}",
                "packages/{pack}/versions",
                "packages/{pack}/detections",
                "transfer-lists/{list}",
                "transfer-lists/{list}/packages",
                "quarantine/{quarantine}")) {
            all.append(walk.window.get(withReal(path)).body()).append('\n');
        }
        all.append(walk.agency.get(withReal("holdings/{archival-code}")).body()).append('\n');
        HandOver.rows(HandOver.ok(walk.agency.get("notices?limit=200"))).stream()
                .filter(notice -> notice.getString("id").equals(real.get("notice")))
                .forEach(all::append);
        return all.toString();
    }

    private String quarantined() {
        JsonObject sample = walk.sampleCase();
        String number = HandOver.newNumber();
        List<HandOver.Upload> files = walk.filesFor(sample, number).stream()
                .map(file -> new HandOver.Upload(
                        file.name(), file.material(), file.source(), file.issuing(), new byte[] {0, 1, 2}))
                .toList();
        assertEquals(422, walk.send(sample, number, files, "bad-" + number).statusCode());
        return first(walk.window, "quarantine?limit=1", "rows").getString("id");
    }

    private static JsonObject first(Rest side, String path, String rows) {
        return HandOver.ok(side.get(path)).getJsonArray(rows).getJsonObject(0);
    }

    private void put(String name, String id, String other) {
        real.put(name, id);
        unknown.put(name, other);
    }

    private static String filled(String text, Map<String, String> ids) {
        String filled = text;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            filled = filled.replace("{" + id.getKey() + "}", id.getValue());
        }
        return filled;
    }

    private static String someId() {
        return UUID.randomUUID().toString();
    }
}
