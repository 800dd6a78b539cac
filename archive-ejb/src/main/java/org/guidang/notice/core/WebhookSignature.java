// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.core;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The symmetric signature of Standard Webhooks: {@code v1,} and HMAC-SHA256 over id, seconds and payload. */
public final class WebhookSignature {

    public static final String PREFIX = "whsec_";

    private WebhookSignature() {}

    /** A new secret of 32 random octets, as receivers are given it. */
    public static String newSecret() {
        byte[] octets = new byte[32];
        new SecureRandom().nextBytes(octets);
        return PREFIX + Base64.getEncoder().encodeToString(octets);
    }

    /** @param seconds since 1970, as in the header {@code webhook-timestamp} */
    public static String of(String secret, String id, long seconds, String payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), "HmacSHA256"));
            byte[] signed = mac.doFinal((id + "." + seconds + "." + payload).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
