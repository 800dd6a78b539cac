// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.BusinessRuleException.Kind;

/** Versions of things as strong entity tags: given out as ETag, asked for as If-Match before a change. */
public final class Versions {

    private Versions() {}

    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * The caller must have seen the version that is to be changed.
     *
     * @throws WebApplicationException 428 without If-Match
     * @throws BusinessRuleException STALE when another version is meant
     */
    public static void require(HttpHeaders headers, long version) {
        List<String> wanted = headers.getRequestHeader(HttpHeaders.IF_MATCH);
        if (wanted == null || wanted.isEmpty()) {
            throw new WebApplicationException(
                    Problem.of(headers.getAcceptableLanguages(), Kind.CONTENT, "shared.rest.if-match-missing")
                            .withStatus(428)
                            .response());
        }
        String tag = "\"" + version + "\"";
        boolean seen = wanted.stream()
                .flatMap(line -> java.util.Arrays.stream(line.split(",")))
                .map(String::strip)
                .anyMatch(tag::equals);
        if (!seen) {
            throw new BusinessRuleException(Kind.STALE, "shared.rest.stale");
        }
    }
}
