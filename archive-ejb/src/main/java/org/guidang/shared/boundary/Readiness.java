// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.guidang.shared.control.ReadinessCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks every readiness check. What failed is named to the asker; why it failed stands in the log only. */
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

    /** All results, by name. */
    public List<Result> examine() {
        return StreamSupport.stream(checks.spliterator(), false)
                .map(Readiness::result)
                .sorted(Comparator.comparing(Result::name))
                .toList();
    }

    private static Result result(ReadinessCheck check) {
        try {
            check.examine();
            return new Result(check.name(), true, check.warnings());
        } catch (Exception notReady) {
            LOG.error("not ready: {}", check.name(), notReady);
            return new Result(check.name(), false, Map.of());
        }
    }
}
