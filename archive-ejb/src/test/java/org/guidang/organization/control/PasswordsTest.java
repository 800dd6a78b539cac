// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization.control;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    @Test
    void only_the_same_password_matches() {
        String hash = Passwords.hash("归档-2026");
        assertTrue(Passwords.matches("归档-2026", hash));
        assertFalse(Passwords.matches("归档-2027", hash));
        assertFalse(Passwords.matches("", hash));
        assertFalse(Passwords.matches(null, hash));
    }

    @Test
    void the_same_password_is_never_stored_the_same_way() {
        assertNotEquals(Passwords.hash("x"), Passwords.hash("x"));
    }

    @Test
    void a_hash_of_another_form_matches_nothing() {
        assertFalse(Passwords.matches("x", "plain"));
        assertFalse(Passwords.matches("x", null));
    }
}
