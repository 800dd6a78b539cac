// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization;

import org.guidang.shared.BusinessRuleException;

/** The second factor is missing, or cannot be begun, confirmed or taken away so. */
public class SecondFactorException extends BusinessRuleException {

    private static final long serialVersionUID = 1L;

    private SecondFactorException(Kind kind, String key, Object... arguments) {
        super(kind, key, arguments);
    }

    /** Signing asks for one and the person has none. */
    public static SecondFactorException required() {
        return new SecondFactorException(Kind.CONTENT, "organization.second-factor.required");
    }

    /** The person has one and gave no code. */
    public static SecondFactorException codeMissing() {
        return new SecondFactorException(Kind.CONTENT, "organization.second-factor.code-missing");
    }

    public static SecondFactorException inForce() {
        return new SecondFactorException(Kind.CONFLICT, "organization.second-factor.in-force");
    }

    public static SecondFactorException notConfirmed() {
        return new SecondFactorException(Kind.CONTENT, "organization.second-factor.not-confirmed");
    }

    public static SecondFactorException locked(long minutes) {
        return new SecondFactorException(Kind.CONFLICT, "organization.reauthentication.locked", minutes);
    }

    public static SecondFactorException own() {
        return new SecondFactorException(Kind.FORBIDDEN, "organization.second-factor.own");
    }

    public static SecondFactorException none(String userName) {
        return new SecondFactorException(Kind.CONFLICT, "organization.second-factor.none", userName);
    }
}
