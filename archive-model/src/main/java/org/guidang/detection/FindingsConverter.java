// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import java.util.List;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.shared.Level;
import org.guidang.shared.Outcome;

/** Findings of one item as one JSON text: read and written whole, never searched by column. */
@Converter
public class FindingsConverter implements AttributeConverter<List<Finding>, String> {

    @Override
    public String convertToDatabaseColumn(List<Finding> findings) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        findings.forEach(finding -> all.add(Json.createObjectBuilder()
                .add("code", finding.code())
                .add("property", finding.property().name())
                .add("level", finding.level().name())
                .add("outcome", finding.outcome().name())
                .add("file", finding.file())
                .add("place", finding.place())
                .add("expected", finding.expected())
                .add("found", finding.found())
                .add("message", finding.message())
                .add("arguments", Json.createArrayBuilder(finding.arguments()))));
        // PostgreSQL takes no U+0000 in text; what was found may hold one.
        return all.build().toString().replace("\\u0000", "\\ufffd");
    }

    @Override
    public List<Finding> convertToEntityAttribute(String column) {
        if (column == null || column.isEmpty()) {
            return List.of();
        }
        try (JsonReader reader = Json.createReader(new StringReader(column))) {
            return reader.readArray().stream().map(FindingsConverter::finding).toList();
        }
    }

    private static Finding finding(JsonValue value) {
        JsonObject row = value.asJsonObject();
        return new Finding(
                row.getString("code"),
                Characteristic.valueOf(row.getString("property")),
                Level.valueOf(row.getString("level")),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("file"),
                row.getString("place"),
                row.getString("expected"),
                row.getString("found"),
                row.getString("message"),
                row.getJsonArray("arguments").getValuesAs(JsonString::getString));
    }
}
