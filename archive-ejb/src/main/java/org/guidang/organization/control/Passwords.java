// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization.control;

import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/** Passwords as the realm of the server reads them: bcrypt in modular crypt form. */
public final class Passwords {

    /** 2^10 rounds: some 60 ms on the machine of the benchmarks. */
    private static final int COST = 10;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    public static String hash(String password) {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return OpenBSDBCrypt.generate("2a", password.toCharArray(), salt, COST);
    }

    /** False for an empty password and for a hash of another form; never an exception. */
    public static boolean matches(String password, String hash) {
        if (password == null || password.isEmpty() || password.length() > 72 || hash == null) {
            return false;
        }
        try {
            return OpenBSDBCrypt.checkPassword(hash, password.toCharArray());
        } catch (IllegalArgumentException | org.bouncycastle.crypto.DataLengthException notBcrypt) {
            return false;
        }
    }
}
