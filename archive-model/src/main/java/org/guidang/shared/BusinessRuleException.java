// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared;

import jakarta.ejb.ApplicationException;
import java.util.List;

/**
 * A refusal that a person can act on. The key is the sentence ({@link Words}), {@code <key>.todo} what to do next;
 * findings, where there are any, are complete: all that is wrong, not the first thing.
 *
 * <p>Rolls the transaction back and reaches the caller unwrapped; children name the refusal.
 */
@ApplicationException(rollback = true, inherited = true)
public class BusinessRuleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Which answer a machine gets: RFC 9110 status by kind of refusal. */
    public enum Kind {
        /** 404: unknown, or not to be known by the caller. */
        UNKNOWN,
        /** 409: wrong state, or another was faster. */
        CONFLICT,
        /** 412: the caller has seen an older version. */
        STALE,
        /** 422: the content breaks a rule. */
        CONTENT,
        /** 403: the caller may not do this. */
        FORBIDDEN,
        /** 503: an external party does not answer now. */
        UNAVAILABLE
    }

    private final Kind kind;
    private final String key;
    private final transient List<Object> arguments;
    private final transient List<Finding> findings;

    public BusinessRuleException(Kind kind, String key, Object... arguments) {
        this(kind, key, List.of(), arguments);
    }

    public BusinessRuleException(Kind kind, String key, List<Finding> findings, Object... arguments) {
        super(key + " " + List.of(arguments));
        this.kind = kind;
        this.key = key;
        this.arguments = List.of(arguments);
        this.findings = List.copyOf(findings);
    }

    public Kind kind() {
        return kind;
    }

    public String key() {
        return key;
    }

    public List<Object> arguments() {
        return arguments;
    }

    public List<Finding> findings() {
        return findings;
    }
}
