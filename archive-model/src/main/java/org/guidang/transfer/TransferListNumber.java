// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * Number of a transfer list, as the {@link ListNumberRule} of its window makes it; by the standard rule code of the window,
 * year of drafting in Asia/Shanghai, serial number within both, as in {@code WZ-2026-0012}. A list that was withdrawn keeps
 * its number.
 */
@Embeddable
public record TransferListNumber(
        @Column(name = "list_number") String value) implements Serializable, Comparable<TransferListNumber> {

    private static final Pattern FORM = Pattern.compile(
            "(?=.{5,60}$)(?=(?:.*?(?:^|-)[0-9]{4,9}(?=-|$)){2})[0-9A-Za-z]{1,32}(?:-[0-9A-Za-z]{1,32}){2,4}");

    /** @throws UnknownTransferListException when no list can have such a number */
    public TransferListNumber {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new UnknownTransferListException(String.valueOf(value));
        }
    }

    /** By the standard rule. */
    public static TransferListNumber of(String window, int year, long serial) {
        return ListNumberRule.STANDARD.number(window, year, serial);
    }

    @Override
    public int compareTo(TransferListNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
