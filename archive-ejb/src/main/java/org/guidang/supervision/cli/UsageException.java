// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.supervision.cli;

/** The command line says something that cannot be done: exit code 64. */
final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] arguments;

    UsageException(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = arguments;
    }

    String key() {
        return key;
    }

    Object[] arguments() {
        return arguments;
    }
}
