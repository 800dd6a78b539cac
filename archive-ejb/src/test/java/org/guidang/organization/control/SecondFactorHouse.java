// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization.control;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.guidang.organization.PersonRepository;
import org.guidang.organization.ReauthenticationGuard;
import org.guidang.organization.SecondFactor;
import org.guidang.organization.SecondFactorRepository;
import org.guidang.transfer.control.Fired;
import org.guidang.transfer.control.Wiring;

/** Everything about second factors put together in memory. */
public final class SecondFactorHouse {

    final Factors factors = new Factors();
    final Fired fired = new Fired();
    final Reauthentication reauthentication;
    final Enrolment enrolment;

    SecondFactorHouse(PersonRepository people, Clock clock, Path folder) {
        SecondFactorSecrets secrets = Wiring.wire(new SecondFactorSecrets(), Wiring.dataIn(folder));
        IdentityBook book = Wiring.wire(new IdentityBook(), people, factors, secrets, clock);
        reauthentication = Wiring.wire(new Reauthentication(), book, new SigningPolicy());
        enrolment = Wiring.wire(new Enrolment(), factors, secrets, book, reauthentication, fired, clock);
    }

    /** Where only passwords matter. */
    public static Reauthentication reauthentication(PersonRepository people, Clock clock, Path folder) {
        return new SecondFactorHouse(people, clock, folder).reauthentication;
    }

    /** In memory. */
    static final class Factors implements SecondFactorRepository {
        final Map<String, SecondFactor> factors = new HashMap<>();
        private final Map<String, ReauthenticationGuard> guards = new HashMap<>();

        @Override
        public Optional<SecondFactor> find(String userName) {
            return Optional.ofNullable(factors.get(userName));
        }

        @Override
        public Optional<SecondFactor> lock(String userName) {
            return find(userName);
        }

        @Override
        public void add(SecondFactor factor) {
            factors.put(factor.userName(), factor);
        }

        @Override
        public void remove(SecondFactor factor) {
            factors.remove(factor.userName());
        }

        @Override
        public Optional<ReauthenticationGuard> lockGuard(String userName) {
            return Optional.ofNullable(guards.get(userName));
        }

        @Override
        public void add(ReauthenticationGuard guard) {
            guards.put(guard.userName(), guard);
        }
    }
}
