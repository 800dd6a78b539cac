// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.regex.Pattern;
import org.guidang.shared.BusinessRuleException;

/**
 * 统一申报号, the number of a case. No national structure exists, so it is opaque: 1 to 50 letters, digits and hyphens,
 * compared by case.
 *
 * @throws BusinessRuleException {@code intake.application-number.malformed} for anything else
 */
@Embeddable
public record ApplicationNumber(
        @Column(name = "application_number") String value) implements Serializable {

    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z-]{1,50}");

    public ApplicationNumber {
        if (!isWellFormed(value)) {
            throw new BusinessRuleException(
                    BusinessRuleException.Kind.CONTENT, "intake.application-number.malformed", String.valueOf(value));
        }
    }

    public static boolean isWellFormed(String text) {
        return text != null && FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
