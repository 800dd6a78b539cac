// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.scheme;

import java.util.Locale;

/** Check digits of the two numbers that name most applicants. */
public final class CheckDigits {

    private static final String CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] CREDIT_WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] IDENTITY_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private CheckDigits() {}

    /** 统一社会信用代码, GB 32100-2015: 18 characters, modulo 31. */
    public static boolean isCreditCode(String code) {
        if (code.length() != 18) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            int value = CREDIT.indexOf(code.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += value * CREDIT_WEIGHTS[i];
        }
        return CREDIT.indexOf(code.charAt(17)) == (31 - sum % 31) % 31;
    }

    /** 公民身份号码, GB 11643-1999: 18 characters, a real day of birth, ISO 7064 MOD 11-2. */
    public static boolean isIdentityNumber(String number) {
        String upper = number.toUpperCase(Locale.ROOT);
        if (!upper.matches("[1-9][0-9]{16}[0-9X]")
                || Times.read(upper.substring(6, 14)).isEmpty()) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (upper.charAt(i) - '0') * IDENTITY_WEIGHTS[i];
        }
        return "10X98765432".charAt(sum % 11) == upper.charAt(17);
    }
}
