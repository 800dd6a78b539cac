// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.guidang.shared.DemonstrationSwitch;

/** Whether this server runs on demonstration keys and data, which every page then says. */
@Named
@ApplicationScoped
public class Demonstration {

    public boolean isOn() {
        return DemonstrationSwitch.isOn();
    }
}
