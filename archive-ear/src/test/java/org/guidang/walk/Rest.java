// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;

/** A client system, or nobody, that speaks to one product; Basic authentication, JSON unless it says otherwise. */
public final class Rest {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final Product product;
    private final String authorization;

    private Rest(Product product, String authorization) {
        this.product = product;
        this.authorization = authorization;
    }

    public static Rest anonymous(Product product) {
        return new Rest(product, null);
    }

    /** With the password all demonstration accounts share. */
    public static Rest as(Product product, String userName) {
        return as(product, userName, "Guidang-2026");
    }

    public static Rest as(Product product, String userName, String password) {
        byte[] pair = (userName + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Rest(product, "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /** A request to {@code /api/v1/<path>}, to be finished and given to {@link #send}. */
    public HttpRequest.Builder request(String path) {
        return request(product.at("api/v1/" + path));
    }

    public HttpRequest.Builder request(URI address) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(120)).header("Accept-Language", "zh-CN");
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    /** The answer to "are you ready". */
    public HttpResponse<String> ready() {
        return send(request(product.at("health/ready")).GET());
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** A creating POST with an idempotency key of its own. */
    public HttpResponse<String> post(String path, String json) {
        return post(path, json, UUID.randomUUID().toString());
    }

    /** A creating POST under a key of the caller's. */
    public HttpResponse<String> post(String path, String json, String key) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    public <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return HTTP.send(request.build(), body);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(new InterruptedIOException());
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    /** The answer's body as a JSON object. */
    public static JsonObject json(HttpResponse<String> response) {
        try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
            return reader.readObject();
        }
    }
}
