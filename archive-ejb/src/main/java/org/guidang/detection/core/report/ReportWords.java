// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.guidang.detection.DetectionReport;
import org.guidang.detection.ItemResult;
import org.guidang.shared.Finding;
import org.guidang.shared.Outcome;
import org.guidang.shared.Words;

/** The words of a printed report in one language. */
final class ReportWords {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private final Locale locale;

    ReportWords(Locale locale) {
        this.locale = locale;
    }

    String of(String key) {
        return Words.say(locale, "detection.print." + key);
    }

    /** A word of one of the enumerations: {@code detection.outcome.PASSED}. */
    String of(Enum<?> value) {
        String kind = value.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT);
        return Words.say(locale, "detection." + kind + "." + value.name());
    }

    String opinion(Outcome outcome) {
        return Words.say(locale, "detection.opinion." + outcome.name());
    }

    String nameOf(ItemResult item) {
        return locale.getLanguage().equals("en") ? item.english() : item.name();
    }

    /** Why, and by whom. */
    String remark(ItemResult item) {
        StringBuilder remark = new StringBuilder();
        if (!item.reason().isEmpty()) {
            remark.append(
                    Words.say(locale, item.reason(), item.reasonArguments().toArray()));
        }
        if (item.carriedFrom() != null) {
            remark.append(remark.isEmpty() ? "" : "\n")
                    .append(Words.say(locale, "detection.print.carried", item.carriedFrom()));
        }
        if (item.prescribed() != null) {
            remark.append(remark.isEmpty() ? "" : "\n")
                    .append(Words.say(
                            locale,
                            "detection.print.deviation",
                            of(item.prescribed()),
                            of(item.level()),
                            item.changedParameters().isEmpty() ? "–" : item.changedParameters(),
                            item.changeReason().isEmpty() ? "–" : item.changeReason()));
        }
        if (item.decision() != null) {
            remark.append(remark.isEmpty() ? "" : "\n")
                    .append(Words.say(
                            locale,
                            "detection.print.decided",
                            item.decidedBy(),
                            time(item.decidedAt()),
                            item.decisionNote()));
        }
        return remark.toString();
    }

    /** Which version of the organization's own profile. */
    String own(String variation) {
        return Words.say(locale, "detection.print.own", variation);
    }

    /** Of which report, how much of it still holds, or why nothing of it was taken over. */
    String retest(DetectionReport report) {
        long carried = report.items().stream()
                .filter(item -> item.carriedFrom() != null)
                .count();
        String told = Words.say(
                locale,
                "detection.print.retest",
                report.retestOf(),
                carried,
                report.items().size());
        return report.retestReason().isEmpty() ? told : told + "\n" + Words.say(locale, report.retestReason());
    }

    String said(Finding finding) {
        return Words.say(locale, finding);
    }

    String toDo(Finding finding) {
        return Words.toDo(locale, finding);
    }

    String cut(int kept, long total) {
        return Words.say(locale, "detection.print.cut", kept, total);
    }

    String time(Instant time) {
        return TIME.format(time);
    }
}
