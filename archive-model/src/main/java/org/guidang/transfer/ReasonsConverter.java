// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/**
 * Return reasons in one column: a line each, fields separated by tabs, escaped as in {@link CanonicalText}. Lines of four
 * fields were written before a reason told place, expected and found.
 */
@Converter
public class ReasonsConverter implements AttributeConverter<List<ReturnReason>, String> {

    private static final int FIELDS_BEFORE = 4;

    @Override
    public String convertToDatabaseColumn(List<ReturnReason> reasons) {
        if (reasons == null || reasons.isEmpty()) {
            return null;
        }
        CanonicalText text = new CanonicalText();
        reasons.forEach(reason -> text.line(
                reason.code().name(),
                reason.text(),
                reason.finding(),
                reason.file(),
                reason.place(),
                reason.expected(),
                reason.found()));
        return text.toString();
    }

    @Override
    public List<ReturnReason> convertToEntityAttribute(String column) {
        if (column == null || column.isEmpty()) {
            return List.of();
        }
        return CanonicalText.lines(column).stream()
                .map(ReasonsConverter::reason)
                .toList();
    }

    private static ReturnReason reason(List<String> fields) {
        ReasonCode code = ReasonCode.valueOf(fields.get(0));
        return fields.size() == FIELDS_BEFORE
                ? new ReturnReason(code, fields.get(1), fields.get(2), fields.get(3))
                : new ReturnReason(
                        code, fields.get(1), fields.get(2), fields.get(3), fields.get(4), fields.get(5), fields.get(6));
    }
}
