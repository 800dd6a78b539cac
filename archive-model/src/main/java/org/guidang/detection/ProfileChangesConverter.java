// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.guidang.shared.Level;

/** The changes of one copy as one JSON text: read and written whole. */
@Converter
public class ProfileChangesConverter implements AttributeConverter<List<ProfileChange>, String> {

    @Override
    public String convertToDatabaseColumn(List<ProfileChange> changes) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (ProfileChange change : changes) {
            JsonObjectBuilder parameters = Json.createObjectBuilder();
            new TreeMap<>(change.parameters()).forEach(parameters::add);
            JsonObjectBuilder row = Json.createObjectBuilder()
                    .add("item", change.item())
                    .add("parameters", parameters)
                    .add("reason", change.reason());
            if (change.level() != null) {
                row.add("level", change.level().name());
            }
            all.add(row);
        }
        return all.build().toString();
    }

    @Override
    public List<ProfileChange> convertToEntityAttribute(String column) {
        if (column == null || column.isEmpty()) {
            return List.of();
        }
        try (JsonReader reader = Json.createReader(new StringReader(column))) {
            return reader.readArray().stream()
                    .map(ProfileChangesConverter::change)
                    .toList();
        }
    }

    private static ProfileChange change(JsonValue value) {
        JsonObject row = value.asJsonObject();
        Map<String, String> parameters = new LinkedHashMap<>();
        row.getJsonObject("parameters").forEach((name, one) -> parameters.put(name, ((JsonString) one).getString()));
        String level = row.getString("level", null);
        return new ProfileChange(
                row.getString("item"),
                level == null ? null : Level.valueOf(level),
                parameters,
                row.getString("reason"));
    }
}
