// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.guidang.shared.control.ReadinessCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks every readiness check. What failed is named to the asker; why it failed stands in the log only, once until it
 * holds again or fails for another reason, however often is asked.
 */
@ApplicationScoped
public class Readiness {

    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

    /**
     * One check.
     *
     * @param up whether it held
     * @param warnings what will need somebody soon; makes nothing unready
     */
    public record Result(String name, boolean up, Map<String, String> warnings) {}

    @Inject
    @Any
    Instance<ReadinessCheck> checks;

    private final Map<String, String> told = new ConcurrentHashMap<>();

    /** All results, by name. */
    public List<Result> examine() {
        return StreamSupport.stream(checks.spliterator(), false)
                .map(this::result)
                .sorted(Comparator.comparing(Result::name))
                .toList();
    }

    private Result result(ReadinessCheck check) {
        try {
            check.examine();
            if (told.remove(check.name()) != null) {
                LOG.info("ready again: {}", check.name());
            }
            return new Result(check.name(), true, check.warnings());
        } catch (Exception notReady) {
            String why = notReady.toString();
            if (!why.equals(told.put(check.name(), why))) {
                LOG.error("not ready: {}", check.name(), notReady);
            }
            return new Result(check.name(), false, Map.of());
        }
    }
}
