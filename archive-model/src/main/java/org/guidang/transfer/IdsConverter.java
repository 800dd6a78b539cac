// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Ids in one column, a line each. */
@Converter
public class IdsConverter implements AttributeConverter<List<String>, String> {

    @Override
    public String convertToDatabaseColumn(List<String> ids) {
        return ids == null || ids.isEmpty() ? null : String.join("\n", ids);
    }

    @Override
    public List<String> convertToEntityAttribute(String column) {
        return column == null ? List.of() : column.lines().toList();
    }
}
