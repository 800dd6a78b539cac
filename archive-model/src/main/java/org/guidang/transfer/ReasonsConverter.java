// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Return reasons in one column: a line each, fields separated by tabs, escaped as in {@link CanonicalText}. */
@Converter
public class ReasonsConverter implements AttributeConverter<List<ReturnReason>, String> {

    @Override
    public String convertToDatabaseColumn(List<ReturnReason> reasons) {
        if (reasons == null || reasons.isEmpty()) {
            return null;
        }
        CanonicalText text = new CanonicalText();
        reasons.forEach(reason -> text.line(reason.code().name(), reason.text(), reason.finding(), reason.file()));
        return text.toString();
    }

    @Override
    public List<ReturnReason> convertToEntityAttribute(String column) {
        if (column == null || column.isEmpty()) {
            return List.of();
        }
        return CanonicalText.lines(column).stream()
                .map(fields -> new ReturnReason(
                        ReasonCode.valueOf(fields.get(0)), fields.get(1), fields.get(2), fields.get(3)))
                .toList();
    }
}
