// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.check;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.guidang.detection.CheckItem;
import org.guidang.detection.core.Check;
import org.guidang.detection.core.CheckMethod;
import org.guidang.detection.core.Findings;
import org.guidang.detection.core.Input;
import org.guidang.detection.core.Subject;
import org.guidang.detection.core.Verdict;
import org.guidang.detection.core.scheme.CheckDigits;
import org.guidang.detection.core.scheme.SchemeRow;
import org.guidang.detection.core.scheme.Times;
import org.guidang.packaging.core.Layout.DocumentRole;
import org.guidang.packaging.core.MetadataItem;
import org.guidang.packaging.core.PackageMetadata;

/**
 * Values are plausible (元数据项数据值合理性): times lie between the earliest the row allows and now, a case is received before
 * it is closed and closed before it is archived, numbers of persons and organizations have the right check digit. A wrong
 * check digit warns: old numbers with errors exist and stay what they are.
 */
@CheckMethod(value = "metadata-plausible", reads = Input.MOMENT)
final class MetadataPlausibleCheck implements Check {

    private static final List<String> IN_ORDER = List.of("ReceiveTime", "TransactTime", "ArchiveTime");

    @Override
    public Verdict examine(Subject subject, CheckItem item) {
        Findings findings = new Findings(item);
        LocalDateTime earliest =
                LocalDate.parse(item.parameter("earliest", "1949-10-01")).atStartOfDay();
        LocalDateTime latest =
                LocalDateTime.ofInstant(subject.facts().now(), Times.HERE).plusDays(1);
        for (MetadataRows.Value value : new MetadataRows(subject, item).filled()) {
            if (!value.row().rule().equals("past") || value.row().type() != SchemeRow.Type.TIME) {
                continue;
            }
            findings.examined();
            Times.read(value.text())
                    .filter(time -> time.isBefore(earliest) || time.isAfter(latest))
                    .ifPresent(time -> findings.add(findings.failed("detection.metadata.time-range")
                            .in(value.item().file())
                            .at(value.item().place())
                            .expecting(earliest.toLocalDate() + " – " + latest.toLocalDate(), value.text())
                            .with(value.row().label())));
        }
        order(subject.pack().metadata(), findings);
        number(subject.pack().metadata(), findings);
        return findings.verdict();
    }

    private static void order(PackageMetadata metadata, Findings findings) {
        MetadataItem before = null;
        for (String name : IN_ORDER) {
            Optional<MetadataItem> found = metadata.first(DocumentRole.BASICS, name)
                    .filter(item -> Times.read(item.value().strip()).isPresent());
            if (found.isEmpty()) {
                continue;
            }
            findings.examined();
            MetadataItem item = found.get();
            if (before != null && isLater(before, item)) {
                findings.add(findings.failed("detection.metadata.time-order")
                        .in(item.file())
                        .at(item.place())
                        .expecting("≥ " + before.value().strip(), item.value().strip())
                        .with(item.name(), before.name()));
            }
            before = item;
        }
    }

    /** By the day when one of the two says no more. */
    private static boolean isLater(MetadataItem first, MetadataItem second) {
        String one = first.value().strip();
        String other = second.value().strip();
        LocalDateTime before = Times.read(one).orElseThrow();
        LocalDateTime after = Times.read(other).orElseThrow();
        return Times.isDay(one) || Times.isDay(other)
                ? before.toLocalDate().isAfter(after.toLocalDate())
                : before.isAfter(after);
    }

    private static void number(PackageMetadata metadata, Findings findings) {
        String kind = metadata.value(DocumentRole.BASICS, "CardType").orElse("");
        Optional<MetadataItem> found = metadata.first(DocumentRole.BASICS, "ContactedCard")
                .filter(item -> !item.value().isBlank());
        if (found.isEmpty()) {
            return;
        }
        String number = found.get().value().strip();
        boolean identity = kind.contains("身份") || kind.equals("111");
        boolean credit = kind.contains("信用代码") || kind.equals("001");
        if (identity || credit) {
            findings.examined();
        }
        if (identity && !CheckDigits.isIdentityNumber(number) || credit && !CheckDigits.isCreditCode(number)) {
            findings.add(findings.warning("detection.metadata.check-digit")
                    .in(found.get().file())
                    .at(found.get().place())
                    .expecting(identity ? "GB 11643-1999" : "GB 32100-2015", masked(number))
                    .with(kind));
        }
    }

    /** A report travels further than the record: the middle of a personal number is not repeated in it. */
    private static String masked(String number) {
        return number.length() < 8 ? "****" : number.substring(0, 3) + "****" + number.substring(number.length() - 2);
    }
}
