// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** How evidence records are made, renewed and checked: {@code guidang.evidence.…}, or {@code GUIDANG_EVIDENCE_…}. */
@ApplicationScoped
public class EvidenceSettings {

    private final UnaryOperator<String> property;
    private final UnaryOperator<String> variable;

    public EvidenceSettings() {
        this(System::getProperty, System::getenv);
    }

    EvidenceSettings(UnaryOperator<String> property, UnaryOperator<String> variable) {
        this.property = property;
        this.variable = variable;
    }

    /** {@code guidang.evidence.wait}: how long a holding may wait for others to share a token with, default 10 min. */
    public Duration patience() {
        return duration("guidang.evidence.wait", Duration.ofMinutes(10));
    }

    /** {@code guidang.evidence.renew}: how long before its certificate ends a time-stamp is renewed, default 90 d. */
    public Duration renewal() {
        return duration("guidang.evidence.renew", Duration.ofDays(90));
    }

    /** {@code guidang.evidence.check}: how often each record is checked against its package, default 30 d. */
    public Duration checking() {
        return duration("guidang.evidence.check", Duration.ofDays(30));
    }

    private Duration duration(String name, Duration usual) {
        return Optional.ofNullable(property.apply(name))
                .or(() -> Optional.ofNullable(
                        variable.apply(name.toUpperCase(Locale.ROOT).replace('.', '_'))))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(Duration::parse)
                .orElse(usual);
    }
}
