// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.guidang.organization.IdentityProof;
import org.guidang.organization.Person;
import org.guidang.organization.PersonRepository;
import org.guidang.organization.ReauthenticationGuard;
import org.guidang.organization.SecondFactor;
import org.guidang.organization.SecondFactorRepository;

/** Tries proofs in a transaction of its own, so that a refusal still counts the failure and a code taken stays taken. */
@ApplicationScoped
public class IdentityBook {

    /** What became of a proof. */
    public enum Outcome {
        SHOWN,
        FAILED,
        LOCKED,
        CODE_MISSING,
        NOT_ENROLLED
    }

    /** What is asked for beside the password. */
    public enum Need {
        /** Nothing. */
        PASSWORD,
        /** The code of who has a second factor. */
        CODE_IF_ENROLLED,
        /** A code; who has no second factor fails. */
        CODE
    }

    @Inject
    PersonRepository people;

    @Inject
    SecondFactorRepository factors;

    @Inject
    SecondFactorSecrets secrets;

    @Inject
    Clock clock;

    @Transactional(TxType.REQUIRES_NEW)
    public Outcome tryProof(String userName, IdentityProof proof, Need need) {
        Person person = people.find(userName).filter(Person::isActive).orElse(null);
        if (person == null) {
            return Outcome.FAILED;
        }
        ReauthenticationGuard guard = guard(userName);
        if (guard.isLocked(now())) {
            return Outcome.LOCKED;
        }
        if (!Passwords.matches(proof.password(), person.passwordHash())) {
            guard.failed(now());
            return Outcome.FAILED;
        }
        if (need != Need.PASSWORD) {
            SecondFactor factor =
                    factors.lock(userName).filter(SecondFactor::isInForce).orElse(null);
            if (factor == null && need == Need.CODE) {
                return Outcome.NOT_ENROLLED;
            }
            if (factor != null && (proof.code() == null || proof.code().isBlank())) {
                return Outcome.CODE_MISSING;
            }
            if (factor != null && !factor.take(secrets.stepOf(factor, proof.code(), now()))) {
                guard.failed(now());
                return Outcome.FAILED;
            }
        }
        guard.succeeded();
        return Outcome.SHOWN;
    }

    /** Whether another proof may be tried: SHOWN when it may, LOCKED, or FAILED for an account that is not active. */
    @Transactional(TxType.REQUIRES_NEW)
    public Outcome standing(String userName) {
        if (people.find(userName).filter(Person::isActive).isEmpty()) {
            return Outcome.FAILED;
        }
        return guard(userName).isLocked(now()) ? Outcome.LOCKED : Outcome.SHOWN;
    }

    /** Counts a proof that was judged elsewhere, as a password would be. */
    @Transactional(TxType.REQUIRES_NEW)
    public void count(String userName, boolean shown) {
        ReauthenticationGuard guard = guard(userName);
        if (shown) {
            guard.succeeded();
        } else {
            guard.failed(now());
        }
    }

    /** The first code of a second factor that was begun. */
    @Transactional(TxType.REQUIRES_NEW)
    public Outcome confirm(String userName, String code) {
        ReauthenticationGuard guard = guard(userName);
        if (guard.isLocked(now())) {
            return Outcome.LOCKED;
        }
        boolean confirmed = factors.lock(userName)
                .map(factor -> factor.confirm(secrets.stepOf(factor, code, now()), now()))
                .orElse(false);
        if (!confirmed) {
            guard.failed(now());
            return Outcome.FAILED;
        }
        guard.succeeded();
        return Outcome.SHOWN;
    }

    private ReauthenticationGuard guard(String userName) {
        return factors.lockGuard(userName).orElseGet(() -> {
            ReauthenticationGuard made = new ReauthenticationGuard(userName, now());
            factors.add(made);
            return made;
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
