// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.BusinessRuleException.Kind;
import org.guidang.shared.Words;

/**
 * A refusal as a machine reads it, RFC 9457: {@code code} is stable, {@code detail} and {@code todo} are sentences in the
 * caller's language, {@code findings} are all there are.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String todo,
        String code,
        String traceId,
        List<FindingJson> findings) {

    /** What external parties are owed is asked for again every minute. */
    private static final int RETRY_AFTER_SECONDS = 60;

    public static final String MEDIA_TYPE = "application/problem+json";

    /** The language asked for, Chinese when none of ours is. */
    public static Locale language(List<Locale> acceptable) {
        return acceptable.stream()
                .filter(locale -> Locale.ENGLISH.getLanguage().equals(locale.getLanguage())
                        || Locale.CHINESE.getLanguage().equals(locale.getLanguage()))
                .findFirst()
                .map(locale ->
                        Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? Locale.ENGLISH : Locale.CHINA)
                .orElse(Locale.CHINA);
    }

    static Problem of(List<Locale> acceptable, BusinessRuleException refused) {
        Locale locale = language(acceptable);
        Object[] arguments = refused.arguments().toArray();
        return new Problem(
                "urn:guidang:problem:" + refused.key(),
                Words.say(locale, "shared.kind." + refused.kind().name().toLowerCase(Locale.ROOT)),
                status(refused.kind()),
                Words.say(locale, refused.key(), arguments),
                Words.toDo(locale, refused.key(), arguments),
                refused.key(),
                null,
                refused.findings().isEmpty()
                        ? null
                        : refused.findings().stream()
                                .map(finding -> FindingJson.of(locale, finding))
                                .toList());
    }

    public static Problem of(List<Locale> acceptable, Kind kind, String key, Object... arguments) {
        return of(acceptable, new BusinessRuleException(kind, key, arguments));
    }

    public Problem withStatus(int other) {
        return new Problem(type, title, other, detail, todo, code, traceId, findings);
    }

    Problem withTrace(String trace) {
        return new Problem(type, title, status, detail, todo, code, trace, findings);
    }

    public Response response() {
        Response.ResponseBuilder answer = Response.status(status)
                .type(MEDIA_TYPE)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .entity(this);
        if (status == 503) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return answer.build();
    }

    private static int status(Kind kind) {
        return switch (kind) {
            case UNKNOWN -> 404;
            case CONFLICT -> 409;
            case STALE -> 412;
            case CONTENT -> 422;
            case FORBIDDEN -> 403;
            case UNAVAILABLE -> 503;
        };
    }
}
