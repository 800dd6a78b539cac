// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guidang.notice.core.MailServer;
import org.guidang.notice.core.MailServer.Security;

/** What the operator says about mail: a property, else the variable of the same words. Nothing said: no mail is sent. */
@ApplicationScoped
public class MailSettings {

    private static final int SUBMISSION = 587;
    private static final int SUBMISSION_TLS = 465;
    private static final int RELAY = 25;

    /** The server; empty while {@link #wrong} names anything. */
    public Optional<MailServer> server() {
        if (!wrong().isEmpty()) {
            return Optional.empty();
        }
        Security security = security().orElseThrow();
        int standard = switch (security) {
            case STARTTLS -> SUBMISSION;
            case TLS -> SUBMISSION_TLS;
            case NONE -> RELAY;
        };
        return Optional.of(new MailServer(
                said("host").orElseThrow(),
                said("port").map(Integer::parseInt).orElse(standard),
                security,
                said("user").orElse(null),
                said("password").orElse(null),
                said("from").orElseThrow()));
    }

    /** Settings that are absent or cannot be used, by the names of their properties. */
    public List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        if (said("host").isEmpty()) {
            wrong.add("guidang.mail.host");
        }
        if (said("from").filter(from -> from.matches("[^@\\s]+@[^@\\s]+")).isEmpty()) {
            wrong.add("guidang.mail.from");
        }
        if (said("port").filter(port -> !port.matches("[1-9]\\d{0,4}")).isPresent()) {
            wrong.add("guidang.mail.port");
        }
        if (security().isEmpty()) {
            wrong.add("guidang.mail.security");
        }
        boolean half = said("user").isPresent() != said("password").isPresent();
        boolean open = said("password").isPresent()
                && security().filter(Security.NONE::equals).isPresent();
        if (half || open) {
            wrong.add("guidang.mail.password");
        }
        if (publicUrl().isEmpty()) {
            wrong.add("guidang.public-url");
        }
        return wrong;
    }

    /** Where people reach the product, without a slash at the end; links never come from a request's Host. */
    public Optional<String> publicUrl() {
        return value("guidang.public-url", "GUIDANG_PUBLIC_URL")
                .map(url -> url.replaceFirst("/+$", ""))
                .filter(MailSettings::isPlace);
    }

    /** Wait after the first failed try. */
    public Duration firstRetry() {
        return Duration.ofSeconds(said("first-retry")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Long::parseLong)
                .orElse(60L));
    }

    private static boolean isPlace(String url) {
        try {
            URI place = URI.create(url);
            return ("https".equals(place.getScheme()) || "http".equals(place.getScheme()))
                    && place.getHost() != null
                    && place.getQuery() == null
                    && place.getFragment() == null
                    && place.getUserInfo() == null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private Optional<Security> security() {
        return switch (said("security").orElse("starttls").toLowerCase(Locale.ROOT)) {
            case "starttls" -> Optional.of(Security.STARTTLS);
            case "tls" -> Optional.of(Security.TLS);
            case "none" -> Optional.of(Security.NONE);
            default -> Optional.empty();
        };
    }

    private Optional<String> said(String what) {
        return value(
                "guidang.mail." + what,
                "GUIDANG_MAIL_" + what.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Optional<String> value(String property, String variable) {
        return Optional.ofNullable(System.getProperty(property, System.getenv(variable)))
                .filter(text -> !text.isBlank())
                .map(String::strip);
    }
}
