// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** People sign in against the database. */
@OnProduct
class SignInIT {

    private final Product product = Product.shared();

    @Test
    void right_password_opens_the_desk() throws Exception {
        HttpClient person = person();
        HttpResponse<String> answer = signIn(person, "wang", "Guidang-2026");
        assertEquals(302, answer.statusCode());
        assertTrue(get(person, product.at("home.xhtml")).body().contains("王敏"));
    }

    @Test
    void wrong_password_stays_at_the_gate() throws Exception {
        HttpClient person = person();
        signIn(person, "zhao", "not-the-password");
        assertTrue(get(person, product.at("home.xhtml")).body().contains("j_security_check"));
    }

    @Test
    void client_without_account_is_asked_to_sign_in() {
        assertEquals(401, Rest.anonymous(product).get("operations").statusCode());
        assertEquals(401, Rest.as(product, "nobody").get("operations").statusCode());
        assertEquals(
                401, Rest.as(product, "client-wz", "wrong").get("operations").statusCode());
    }

    @Test
    void five_wrong_passwords_lock_the_account() {
        for (int attempt = 0; attempt < 5; attempt++) {
            assertEquals(
                    401,
                    Rest.as(product, "liu", "guess-" + attempt)
                            .get("operations")
                            .statusCode());
        }
        assertEquals(401, Rest.as(product, "liu").get("operations").statusCode());
    }

    @Test
    void role_reaches_the_use_case_and_the_wrong_role_is_refused() {
        assertEquals(
                200, Rest.as(product, "audit").get("operations/verification").statusCode());
        assertEquals(
                403,
                Rest.as(product, "client-wz").get("operations/verification").statusCode());
    }

    private static HttpClient person() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    private HttpResponse<String> signIn(HttpClient person, String userName, String password)
            throws IOException, InterruptedException {
        get(person, product.at("home.xhtml"));
        return person.send(
                HttpRequest.newBuilder(product.at("j_security_check"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("j_username=" + userName + "&j_password=" + password))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(HttpClient person, URI address) throws IOException, InterruptedException {
        return person.send(HttpRequest.newBuilder(address).GET().build(), HttpResponse.BodyHandlers.ofString());
    }
}
