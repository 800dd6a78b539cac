// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A person signed in by the form, without a browser: reads pages and, as a session may, resources. */
final class Session {

    private final Product product;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    Session(Product product, String userName) {
        this.product = product;
        get("home.xhtml");
        String form =
                "j_username=" + userName + "&j_password=" + URLEncoder.encode("Guidang-2026", StandardCharsets.UTF_8);
        send(request("j_security_check")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        if (get("api/v1/me").statusCode() != 200) {
            throw new IllegalStateException(userName + " is not signed in");
        }
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(product.at(path))
                .timeout(Duration.ofSeconds(120))
                .header("Accept-Language", "zh-CN");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(new InterruptedIOException());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
