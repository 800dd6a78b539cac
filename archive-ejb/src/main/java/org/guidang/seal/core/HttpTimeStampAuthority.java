// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.guidang.seal.TimeStampUnavailableException;
import org.guidang.shared.Digest;
import org.guidang.shared.Finding;
import org.guidang.shared.Outcome;

/**
 * Time-stamp authorities reached over HTTP (RFC 3161 3.4), tried in the order given. A token is taken only when nothing
 * at all speaks against it: status, nonce, imprint, policy, purpose of the signer, path to an anchor. A refused token
 * counts as no answer, and the next authority is asked. A token taken is completed by what shows that its authority was not
 * revoked, as far as that can be had now ({@link LongTermToken}).
 */
public final class HttpTimeStampAuthority implements TimeStampAuthority {

    private static final int LARGEST_ANSWER = 256 * 1024;

    private final List<URI> addresses;
    private final String policy;
    private final Duration timeOut;
    private final Supplier<Trust> trust;
    private final Clock clock;
    private final HttpClient client;
    private final TimeStampRequestMaker maker = new TimeStampRequestMaker();

    /**
     * @param addresses tried in turn
     * @param policy wanted policy, null for the authority's own
     * @param timeOut for connecting and for the whole answer, each
     * @param trust whose tokens are taken
     */
    public HttpTimeStampAuthority(
            List<URI> addresses, String policy, Duration timeOut, Supplier<Trust> trust, Clock clock) {
        this.addresses = List.copyOf(addresses);
        this.policy = policy;
        this.timeOut = timeOut;
        this.trust = trust;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeOut)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public byte[] stamp(Digest imprint) {
        List<String> reasons = new ArrayList<>();
        for (URI address : addresses) {
            try {
                TimeStampQuery query = maker.make(imprint, policy);
                byte[] answer = ask(address, query.encoded());
                Trust believed = trust.get();
                TimeStampVerdict verdict =
                        new TimeStampVerifier(believed).verifyResponse(answer, query, clock.instant());
                if (verdict.proves()) {
                    return LongTermToken.of(
                            TimeStampVerifier.tokenOf(answer), verdict.trust().path(), believed);
                }
                reasons.add(address.getHost() + ": " + codes(verdict));
            } catch (IOException | NoSuchAlgorithmException failed) {
                reasons.add(address.getHost() + ": " + failed.getClass().getSimpleName());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                reasons.add(address.getHost() + ": interrupted");
                break;
            }
        }
        throw new TimeStampUnavailableException("seal.authority.no-token", String.join("; ", reasons));
    }

    @Override
    public boolean demonstration() {
        return false;
    }

    private byte[] ask(URI address, byte[] query) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(timeOut)
                .header("Content-Type", "application/timestamp-query")
                .header("Accept", "application/timestamp-reply")
                .POST(HttpRequest.BodyPublishers.ofByteArray(query))
                .build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                throw new IOException("status " + response.statusCode());
            }
            byte[] answer = body.readNBytes(LARGEST_ANSWER + 1);
            if (answer.length > LARGEST_ANSWER) {
                throw new IOException("answer too long");
            }
            return answer;
        }
    }

    private static String codes(TimeStampVerdict verdict) {
        return verdict.findings().stream()
                .filter(finding -> finding.outcome() != Outcome.PASSED)
                .map(Finding::code)
                .collect(Collectors.joining(", "));
    }
}
