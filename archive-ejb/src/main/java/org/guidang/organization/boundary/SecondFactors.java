// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.guidang.organization.IdentityProof;
import org.guidang.organization.Role;
import org.guidang.organization.SecondFactor;
import org.guidang.organization.SecondFactorException;
import org.guidang.organization.SecondFactorRepository;
import org.guidang.organization.control.CurrentActor;
import org.guidang.organization.control.Enrolment;
import org.guidang.organization.control.SigningPolicy;
import org.guidang.organization.core.Totp;

/** 动态码: one's own second factor for signing, and its recovery by an administrator. */
@Stateless
@PermitAll
public class SecondFactors {

    @Inject
    SecondFactorRepository factors;

    @Inject
    Enrolment enrolment;

    @Inject
    SigningPolicy policy;

    @Inject
    CurrentActor currentActor;

    public SecondFactorView mine() {
        return new SecondFactorView(
                factors.find(me()).filter(SecondFactor::isInForce).isPresent(), policy.requiresSecondFactor());
    }

    /**
     * Begins, with the password entered again; in force after {@link #confirm}, within a quarter of an hour.
     *
     * @throws SecondFactorException when one is in force already
     */
    public NewSecondFactor begin(String password) {
        String secret = enrolment.begin(me(), password);
        return new NewSecondFactor(secret, Totp.address(secret, me()));
    }

    /** The address as a picture to be scanned. */
    public QrPicture picture(NewSecondFactor begun) {
        return QrPicture.of(begun.address());
    }

    /** @param code the first one the authenticator shows */
    public SecondFactorView confirm(String code) {
        enrolment.confirm(me(), code);
        return mine();
    }

    /** Takes one's own away, with password and code. */
    public SecondFactorView remove(IdentityProof proof) {
        enrolment.remove(me(), proof);
        return new SecondFactorView(false, policy.requiresSecondFactor());
    }

    /**
     * For a person whose device is lost; the person enrols anew.
     *
     * @throws SecondFactorException for the administrator's own, which another administrator takes away
     */
    @RolesAllowed(Role.SYSTEM_ADMIN)
    public void reset(String userName) {
        if (userName.equals(me())) {
            throw SecondFactorException.own();
        }
        enrolment.reset(userName);
    }

    private String me() {
        return currentActor.get().userName();
    }
}
