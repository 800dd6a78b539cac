// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.guidang.organization.IdentityProof;
import org.guidang.organization.SecondFactor;
import org.guidang.organization.SecondFactorChanged;
import org.guidang.organization.SecondFactorException;
import org.guidang.organization.SecondFactorRepository;
import org.guidang.organization.control.IdentityBook.Need;
import org.guidang.organization.control.IdentityBook.Outcome;
import org.guidang.organization.core.Totp;

/** How a person comes to a second factor and is rid of it; every step is told to the log. */
@ApplicationScoped
@Transactional
public class Enrolment {

    @Inject
    SecondFactorRepository factors;

    @Inject
    SecondFactorSecrets secrets;

    @Inject
    IdentityBook book;

    @Inject
    Reauthentication reauthentication;

    @Inject
    Event<SecondFactorChanged> changed;

    @Inject
    Clock clock;

    /** @return the new secret, this once; an earlier one that was never confirmed is no good any more */
    public String begin(String userName, String password) {
        reauthentication.demand(userName, new IdentityProof(password, null), Need.PASSWORD);
        String secret = Totp.newSecret();
        String locked = secrets.lock(secret, userName);
        SecondFactor factor = factors.lock(userName).orElse(null);
        if (factor == null) {
            factors.add(new SecondFactor(userName, locked, now()));
        } else {
            factor.begin(locked, now());
        }
        changed.fire(new SecondFactorChanged("second-factor.begin", userName));
        return secret;
    }

    public void confirm(String userName, String code) {
        Outcome outcome = book.confirm(userName, code);
        if (outcome == Outcome.FAILED) {
            throw SecondFactorException.notConfirmed();
        }
        Reauthentication.judge(outcome);
        changed.fire(new SecondFactorChanged("second-factor.confirm", userName));
    }

    /** By the person, who shows it once more. */
    public void remove(String userName, IdentityProof proof) {
        reauthentication.demand(userName, proof, Need.CODE);
        takeAway(userName, "second-factor.remove");
    }

    /** By an administrator, when the device is lost. */
    public void reset(String userName) {
        takeAway(userName, "second-factor.reset");
    }

    private void takeAway(String userName, String operation) {
        factors.remove(factors.lock(userName).orElseThrow(() -> SecondFactorException.none(userName)));
        changed.fire(new SecondFactorChanged(operation, userName));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
