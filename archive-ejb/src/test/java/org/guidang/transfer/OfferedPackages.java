// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import org.guidang.shared.Fixity;

/** Packages as a window offers them: sound, detected, of one item of the agency MZ. */
public final class OfferedPackages {

    private OfferedPackages() {}

    /** The package of that number, of the case with that application number. */
    public static OfferedFacts facts(String number, String application) {
        return new OfferedFacts(
                number,
                1,
                application,
                "某某婚姻登记",
                "I1",
                "婚姻登记",
                "公共服务事项",
                "WZ",
                "MZ",
                "YEARS_30",
                3,
                900,
                new Fixity(1000, "a".repeat(64), "b".repeat(64)),
                "归档检测合格",
                "gd-" + number);
    }
}
