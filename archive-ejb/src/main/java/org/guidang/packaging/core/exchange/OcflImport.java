// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.exchange;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.guidang.shared.Finding;

/**
 * Takes the package out of an OCFL object: the logical files of its head version. The validator has compared every file
 * with the inventory before, so that the inventory can be believed.
 */
final class OcflImport {

    private OcflImport() {}

    static Imported read(Path object, FileTree tree, List<Finding> findings, Path target) throws IOException {
        OcflValidator.validate(tree, findings::add);
        ImportGate.refuseBad(object, findings);
        Map<String, PackageRestore.Held> files = new LinkedHashMap<>();
        try (JsonReader reader = Json.createReader(
                new ByteArrayInputStream(tree.small("inventory.json").orElseThrow()))) {
            JsonObject inventory = reader.readObject();
            Map<String, String> places = new LinkedHashMap<>();
            JsonObject manifest = inventory.getJsonObject("manifest");
            for (String digest : manifest.keySet()) {
                places.put(
                        digest.toLowerCase(Locale.ROOT),
                        manifest.getJsonArray(digest).getString(0));
            }
            JsonObject state = inventory
                    .getJsonObject("versions")
                    .getJsonObject(inventory.getString("head"))
                    .getJsonObject("state");
            for (String digest : state.keySet()) {
                String place = places.get(digest.toLowerCase(Locale.ROOT));
                for (JsonString path : state.getJsonArray(digest).getValuesAs(JsonString.class)) {
                    files.put(path.getString(), PackageRestore.in(tree, place));
                }
            }
        }
        return ImportGate.write("ocfl", object, files, target, findings, Optional.empty(), "", "");
    }
}
