// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.guidang.detection.core.virus.ClamdScanner;
import org.guidang.detection.core.virus.VirusScanner;

/**
 * How detection is configured: system properties {@code guidang.…}, else environment variables {@code GUIDANG_…} with
 * underscores.
 */
@ApplicationScoped
public class DetectionSettings {

    private final UnaryOperator<String> property;
    private final UnaryOperator<String> variable;

    public DetectionSettings() {
        this(System::getProperty, System::getenv);
    }

    DetectionSettings(UnaryOperator<String> property, UnaryOperator<String> variable) {
        this.property = property;
        this.variable = variable;
    }

    /**
     * {@code guidang.detection.profile}: id of a shipped profile, DAT70-2018 unless said otherwise.
     *
     * @param demonstration on the demonstration's keys, where a machine without a scanner shall not hold every package
     *     back; the report names the profile
     */
    public String profile(boolean demonstration) {
        boolean unscanned = value("guidang.scanner").isEmpty();
        return value("guidang.detection.profile").orElse(demonstration && unscanned ? "DAT70-2018-DEMO" : "DAT70-2018");
    }

    /**
     * {@code guidang.scanner}: clamd as host:port or as the absolute path of its socket; without it there is no scanner.
     * {@code guidang.scanner.limit}: its StreamMaxLength in octets, 25 MiB unless said otherwise.
     */
    public VirusScanner scanner() {
        long limit = value("guidang.scanner.limit").map(Long::parseLong).orElse(ClamdScanner.USUAL_LIMIT);
        return value("guidang.scanner")
                .map(address -> (VirusScanner) ClamdScanner.at(address, limit))
                .orElseGet(VirusScanner::absent);
    }

    /** {@code guidang.detection.threads}: how many packages of batches are tested at a time on this node, 1 or 2; 2 unless said. */
    public int threads() {
        return value("guidang.detection.threads")
                .map(Integer::parseInt)
                .filter(wanted -> wanted == 1)
                .orElse(2);
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(property.apply(name))
                .or(() -> Optional.ofNullable(
                        variable.apply(name.toUpperCase(Locale.ROOT).replace('.', '_'))))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
