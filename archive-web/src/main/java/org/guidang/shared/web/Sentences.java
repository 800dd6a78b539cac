// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guidang.shared.Finding;
import org.guidang.shared.Outcome;
import org.guidang.shared.Words;

/** Findings, states, times and sizes as people read them. */
@Named("words")
@RequestScoped
public class Sentences {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.SIMPLIFIED_CHINESE);
    private static final Pattern LINE_COLUMN = Pattern.compile("line (\\d+)(?:, column (\\d+))?");
    private static final Pattern PAGE = Pattern.compile("page (\\d+)");

    @Inject
    Appearance appearance;

    @Inject
    PageTexts texts;

    public String say(Finding finding) {
        return Words.say(appearance.getLocale(), finding);
    }

    public String toDo(Finding finding) {
        return Words.toDo(appearance.getLocale(), finding);
    }

    /** A sentence of a domain, by its key; empty for no key. */
    public String sentence(String key, List<String> arguments) {
        return key == null || key.isEmpty()
                ? ""
                : Words.say(appearance.getLocale(), key, arguments == null ? new Object[0] : arguments.toArray());
    }

    /** The name of a thing of a domain, by its key. */
    public String word(String key) {
        return Words.say(appearance.getLocale(), key);
    }

    /** "line 16, column 45" as 第 16 行，第 45 列; any other place as it is. */
    public String place(Finding finding) {
        if (!appearance.isChinese()) {
            return finding.place();
        }
        Matcher line = LINE_COLUMN.matcher(finding.place());
        if (line.matches()) {
            return line.group(2) == null
                    ? "第 " + line.group(1) + " 行"
                    : "第 " + line.group(1) + " 行，第 " + line.group(2) + " 列";
        }
        Matcher page = PAGE.matcher(finding.place());
        return page.matches() ? "第 " + page.group(1) + " 页" : finding.place();
    }

    /** The page a finding is about, from 1; 1 where it names none. */
    public int pageOf(Finding finding) {
        Matcher page = PAGE.matcher(finding.place());
        return page.find() && page.group(1).length() < 7 ? Integer.parseInt(page.group(1)) : 1;
    }

    /** Whose it is to mend: what could not be told goes to the administrator, the rest to whoever offered the files. */
    public String who(Finding finding) {
        return finding.outcome() == Outcome.INDETERMINATE ? "admin" : "window";
    }

    public String stateKey(String of, Object state) {
        return "state." + of + "." + state;
    }

    /** Colour of a state's lamp; the word beside it carries the meaning. */
    public String lamp(Object state) {
        return switch (String.valueOf(state)) {
            case "PASSED",
                    "ARRANGED",
                    "REGISTERED",
                    "SIGNED",
                    "STORED",
                    "ACCEPTED",
                    "HELD",
                    "VALID",
                    "OK",
                    "IN_FORCE",
                    "ENDED",
                    "DONE" -> "green";
            case "FAILED", "RETURNED", "INVALID", "REFUSED", "REJECTED", "BROKEN" -> "red";
            case "INDETERMINATE",
                    "MANUAL",
                    "SUPPLEMENTING",
                    "SIGNED_BY_ONE",
                    "UNDER_REVIEW",
                    "OFFERED",
                    "PROPOSED",
                    "STOPPED" -> "amber";
            case "WITHDRAWN", "SUPERSEDED" -> "black";
            default -> "";
        };
    }

    public String time(Instant at) {
        return at == null ? "" : MINUTE.format(at.atZone(ZONE));
    }

    public String day(Object date) {
        if (date instanceof Instant at) {
            return day(at.atZone(ZONE).toLocalDate());
        }
        if (date instanceof LocalDate local) {
            return appearance.isChinese() ? DAY.format(local) : local.toString();
        }
        return "";
    }

    /** The exact number of octets, and the round figure people speak of. */
    public String octets(Number octets) {
        if (octets == null) {
            return "";
        }
        String exact = String.format(Locale.ROOT, "%,d", octets.longValue()) + " " + texts.say("octets");
        return octets.longValue() < 1024 ? exact : round(octets) + "（" + exact + "）";
    }

    /** The round figure alone, for narrow columns: 1.4 MiB. */
    public String round(Number octets) {
        if (octets == null) {
            return "";
        }
        double scaled = octets.doubleValue();
        int unit = -1;
        while (scaled >= 1024 && unit < 3) {
            scaled /= 1024;
            unit++;
        }
        return unit < 0
                ? octets + " " + texts.say("octets")
                : String.format(Locale.ROOT, "%.1f %ciB", scaled, "KMGT".charAt(unit));
    }
}
