// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.guidang.organization.IdentityProof;
import org.guidang.organization.NotAuthenticatedAgainException;
import org.guidang.organization.ReauthenticationGuard;
import org.guidang.organization.SecondFactorException;
import org.guidang.organization.control.IdentityBook.Need;

/** Asks again who it is before something is signed; a signed-in session alone does not sign (ours, after ASVS 7.5.3). */
@ApplicationScoped
public class Reauthentication {

    @Inject
    IdentityBook book;

    @Inject
    SigningPolicy policy;

    /**
     * For a signature: the password, and a code where the policy asks for one or the person has a second factor.
     *
     * @throws NotAuthenticatedAgainException when password or code is not that of the active account, or the code was used
     * @throws SecondFactorException when a code is missing, there is no second factor, or too many failures went before
     */
    public void check(String userName, IdentityProof proof) {
        demand(userName, proof, policy.requiresSecondFactor() ? Need.CODE : Need.CODE_IF_ENROLLED);
    }

    /**
     * For a signature made with the person's own key, which shows who it is instead of password and code: whether one
     * more may be tried.
     *
     * @throws NotAuthenticatedAgainException when the account is not active
     * @throws SecondFactorException when too many failures went before
     */
    public void requireFree(String userName) {
        judge(book.standing(userName));
    }

    /** What became of such a signature; failures count together with those of password and code. */
    public void count(String userName, boolean shown) {
        book.count(userName, shown);
    }

    /** For other acts that a session alone may not do. */
    void demand(String userName, IdentityProof proof, Need need) {
        judge(book.tryProof(userName, proof, need));
    }

    static void judge(IdentityBook.Outcome outcome) {
        switch (outcome) {
            case SHOWN -> {}
            case FAILED -> throw new NotAuthenticatedAgainException();
            case LOCKED -> throw SecondFactorException.locked(ReauthenticationGuard.LOCKED.toMinutes());
            case CODE_MISSING -> throw SecondFactorException.codeMissing();
            case NOT_ENROLLED -> throw SecondFactorException.required();
        }
    }
}
