// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * Which packages of a list are looked at by a person (抽样核对). Nobody chooses them: they follow from what was submitted
 * and from a seed both sides see, so that anybody can draw the same sample again.
 *
 * @param percent of the packages, 1 to 100; rounded up, so at least one
 * @param seed any words, at most {@value #LONGEST_SEED} characters
 * @param mustOpen whether the review can only end when each was opened
 */
@Embeddable
public record Sample(
        @Column(name = "sample_percent") Integer percent,
        @Column(name = "sample_seed") String seed,
        @Column(name = "sample_must_open") Boolean mustOpen,
        @Column(name = "sample_by") String drawnBy,
        @Column(name = "sample_at") Instant drawnAt)
        implements Serializable {

    public static final int LONGEST_SEED = 64;

    /** @throws SampleException when percentage or seed cannot be used */
    public static Sample of(int percent, String seed, boolean mustOpen, String drawnBy, Instant now) {
        String words = seed == null ? "" : seed.strip();
        if (percent < 1 || percent > 100) {
            throw SampleException.percent(percent);
        }
        if (words.isEmpty() || words.codePointCount(0, words.length()) > LONGEST_SEED) {
            throw SampleException.seed(LONGEST_SEED);
        }
        return new Sample(percent, words, mustOpen, drawnBy, now);
    }

    /**
     * The packages drawn: those whose SHA-256 over digest, seed and number, each on a line of its own without an end of
     * line after the last, UTF-8, is smallest.
     *
     * @param listSm3 digest of the submitted version, lower-case hexadecimal
     */
    public List<String> choose(String listSm3, Collection<String> packageNumbers) {
        int wanted = (packageNumbers.size() * percent + 99) / 100;
        return packageNumbers.stream()
                .sorted(Comparator.comparing((String number) -> rank(listSm3, number))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(wanted)
                .toList();
    }

    private String rank(String listSm3, String number) {
        try {
            byte[] text = (listSm3 + "\n" + seed + "\n" + number).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
