// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Fingerprints by name as text, one {@code name=value} a line, names sorted. Neither holds a line break. */
@Converter
public class InputsConverter implements AttributeConverter<Map<String, String>, String> {

    @Override
    public String convertToDatabaseColumn(Map<String, String> inputs) {
        return new TreeMap<>(inputs)
                .entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining("\n"));
    }

    @Override
    public Map<String, String> convertToEntityAttribute(String column) {
        return column == null || column.isEmpty()
                ? Map.of()
                : column.lines()
                        .collect(Collectors.toMap(
                                line -> line.substring(0, line.indexOf('=')),
                                line -> line.substring(line.indexOf('=') + 1)));
    }
}
