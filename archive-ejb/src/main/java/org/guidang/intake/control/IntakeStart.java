// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.GeneralSecurityException;
import org.guidang.intake.core.IncomingArea;
import org.guidang.shared.DemonstrationSwitch;
import org.guidang.shared.control.DataDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** At each start: clears what uploads cut off by a crash have left. At the first: the cases of the demonstration. */
@Singleton
@Startup
@DependsOn("DemonstrationStart")
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class IntakeStart {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeStart.class);

    @Inject
    DataDirectory data;

    @Inject
    DemonstrationCases cases;

    @PostConstruct
    void start() {
        try {
            IncomingArea.sweep(data.folder("incoming"));
            if (DemonstrationSwitch.isOn()) {
                cases.addOnce();
            }
        } catch (IOException | GeneralSecurityException | RuntimeException failed) {
            // The product works without: whoever wants to look at it must still be let in.
            LOG.warn("demonstration cases are incomplete", failed);
        }
    }
}
