// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.issuing.core;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Check characters of the two numbers that name applicants: GB 32100-2015 and GB 11643-1999. */
public final class IdentityNumbers {

    private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] CREDIT_WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] PERSON_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String PERSON_CHECKS = "10X98765432";

    private IdentityNumbers() {}

    /** True for a 统一社会信用代码 of 18 characters whose check character is right. */
    public static boolean isCreditCode(String text) {
        if (text.length() != 18) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            int value = CREDIT_ALPHABET.indexOf(text.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += value * CREDIT_WEIGHTS[i];
        }
        return CREDIT_ALPHABET.charAt((31 - sum % 31) % 31) == text.charAt(17);
    }

    /** True for a 公民身份号码 of 18 characters with a real date of birth and the right check character; x counts as X. */
    public static boolean isPersonNumber(String text) {
        if (!text.matches("[0-9]{17}[0-9Xx]")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (text.charAt(i) - '0') * PERSON_WEIGHTS[i];
        }
        return PERSON_CHECKS.charAt(sum % 11) == Character.toUpperCase(text.charAt(17))
                && isDate(text.substring(6, 10), text.substring(10, 12), text.substring(12, 14));
    }

    private static boolean isDate(String year, String month, String day) {
        try {
            LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }
}
