// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.ses;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the times of seals: GeneralizedTime and UTCTime, with seconds; without a zone they mean Asia/Shanghai. */
final class SealTimes {

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final Pattern FORM =
            Pattern.compile("(\\d{2}|\\d{4})(\\d{2})(\\d{2})(\\d{2})(\\d{2})(\\d{2})?(?:\\.\\d{1,9})?(Z|[+-]\\d{4})?");

    private SealTimes() {}

    static Instant read(String text, int place) throws MalformedSealException {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new MalformedSealException(place, "not a time");
        }
        try {
            int year = Integer.parseInt(form.group(1));
            if (form.group(1).length() == 2) {
                year += year < 50 ? 2000 : 1900; // RFC 5280 4.1.2.5.1
            }
            LocalDateTime local = LocalDateTime.of(
                    year,
                    Integer.parseInt(form.group(2)),
                    Integer.parseInt(form.group(3)),
                    Integer.parseInt(form.group(4)),
                    Integer.parseInt(form.group(5)),
                    form.group(6) == null ? 0 : Integer.parseInt(form.group(6)));
            String zone = form.group(7);
            if (zone == null) {
                return local.atZone(HERE).toInstant();
            }
            return local.toInstant(zone.equals("Z") ? ZoneOffset.UTC : ZoneOffset.of(zone));
        } catch (DateTimeException noSuchDay) {
            throw new MalformedSealException(place, "no such time");
        }
    }
}
