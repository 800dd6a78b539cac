// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import org.guidang.shared.DemonstrationSwitch;

/**
 * Adds the demonstration's bodies and accounts at the first start, unless the variable {@code GUIDANG_DEMONSTRATION} or
 * the property {@code guidang.demonstration} says {@code off}. Demonstration data of other domains depends on this bean.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@PermitAll
public class DemonstrationStart {

    @Inject
    DemonstrationPeople people;

    @PostConstruct
    void add() {
        if (DemonstrationSwitch.isOn()) {
            people.addOnce();
        }
    }
}
