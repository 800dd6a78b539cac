// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.BusinessRuleException.Kind;

/** Versions of things as strong entity tags: given out as ETag, asked for as If-Match before a change. */
public final class Versions {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

    private Versions() {}

    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * The version the caller has seen; the use case compares it in its own transaction.
     *
     * @throws WebApplicationException 428 without If-Match
     * @throws BusinessRuleException STALE when it is no tag of ours
     */
    public static Long seen(HttpHeaders headers) {
        String wanted = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (wanted == null || wanted.isBlank()) {
            throw new WebApplicationException(
                    Problem.of(headers.getAcceptableLanguages(), Kind.CONTENT, "shared.rest.if-match-missing")
                            .withStatus(428)
                            .response());
        }
        Matcher tag = TAG.matcher(wanted.strip());
        if (!tag.matches()) {
            throw new BusinessRuleException(Kind.STALE, "shared.rest.stale");
        }
        return Long.valueOf(tag.group(1));
    }
}
