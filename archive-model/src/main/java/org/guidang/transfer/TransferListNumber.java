// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * Number of a transfer list: code of the window, year of drafting in Asia/Shanghai, serial number within both, as in
 * {@code WZ-2026-0012}. Ours: table A.1 gives no rule. A list that was withdrawn keeps its number.
 */
@Embeddable
public record TransferListNumber(
        @Column(name = "list_number") String value) implements Serializable, Comparable<TransferListNumber> {

    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z]{1,32}-[0-9]{4}-[0-9]{4,9}");

    /** @throws UnknownTransferListException when no list can have such a number */
    public TransferListNumber {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new UnknownTransferListException(String.valueOf(value));
        }
    }

    public static TransferListNumber of(String window, int year, long serial) {
        return new TransferListNumber("%s-%04d-%04d".formatted(window, year, serial));
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
