// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.evidence.core;

import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.guidang.seal.core.Cryptography;
import org.guidang.seal.core.SignedContent;
import org.guidang.seal.core.TimeStampVerdict;
import org.guidang.seal.core.TimeStampVerifier;
import org.guidang.seal.core.Trust;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Digest;
import org.guidang.shared.Finding;

/**
 * Verifies evidence records (RFC 4998 section 5.3 and its XML sister RFC 6283): every reduced hash tree leads to its
 * time-stamp, every time-stamp holds as of its successor, every renewal covers what went before, times ascend, and the
 * data is in the first tree. What can be seen without the data is judged without it.
 */
public final class EvidenceVerifier {

    /** Later than any time-stamp, for questions in which time plays no part. */
    private static final Instant FAR = Instant.parse("9999-12-31T00:00:00Z");

    private final TimeStampVerifier timeStamps;

    public EvidenceVerifier(Trust trust) {
        this.timeStamps = new TimeStampVerifier(trust);
    }

    /**
     * @param encoded DER of an RFC 4998 record
     * @param data all objects of the data group; empty when they are not at hand
     * @param at now
     */
    public EvidenceVerdict verify(byte[] encoded, Collection<SignedContent> data, Instant at) throws IOException {
        EvidenceChains record;
        try {
            record = new Asn1EvidenceRecord(encoded);
        } catch (IOException malformed) {
            return malformed(malformed);
        }
        return verify(record, data, at);
    }

    /** The same for a record of RFC 6283, in XML; XML data is taken as it lies, not canonicalized. */
    public EvidenceVerdict verifyXml(byte[] encoded, Collection<SignedContent> data, Instant at) throws IOException {
        EvidenceChains record;
        try {
            record = new XmlEvidenceRecord(encoded);
        } catch (IOException malformed) {
            return malformed(malformed);
        }
        return verify(record, data, at);
    }

    /** True when the record, in either notation, names the content by digest as its data. */
    public static boolean names(byte[] encoded, SignedContent content) throws IOException {
        try {
            EvidenceChains record = encoded.length > 0 && encoded[0] == 0x30
                    ? new Asn1EvidenceRecord(encoded)
                    : new XmlEvidenceRecord(encoded);
            EvidenceStep first = record.chains().get(0).get(0);
            Optional<byte[]> digest = content.digest(first.algorithm());
            if (digest.isEmpty()) {
                return false;
            }
            return first.lists().isEmpty()
                    ? new TimeStampVerifier(Trust.none())
                            .verify(first.token(), content, FAR).findings().stream()
                                    .noneMatch(finding -> finding.code().startsWith("timestamp.imprint")
                                            || finding.code().equals("timestamp.malformed"))
                    : first.names(digest.get());
        } catch (IOException | NoSuchAlgorithmException malformed) {
            return false;
        }
    }

    static EvidenceVerdict malformed(IOException cause) {
        return new EvidenceVerdict(
                List.of(),
                0,
                false,
                List.of(Finding.failed(
                                "evidence.record.malformed", Characteristic.AUTHENTICITY, "evidence.record.malformed")
                        .expecting("", cause.getMessage())));
    }

    EvidenceVerdict verify(EvidenceChains record, Collection<SignedContent> data, Instant at) throws IOException {
        Run run = new Run(record, data, at);
        try {
            run.walk();
        } catch (NoSuchAlgorithmException unknown) {
            run.findings.add(Finding.undecided(
                            "evidence.record.digest-unknown",
                            Characteristic.INTEGRITY,
                            "evidence.record.digest-unknown")
                    .expecting("", unknown.getMessage()));
            run.covers = false;
        }
        return new EvidenceVerdict(run.times, record.chains().size(), run.covers, run.findings);
    }

    private record Placed(EvidenceStep step, String place, byte[] imprint) {}

    private final class Run {

        private final EvidenceChains record;
        private final Collection<SignedContent> data;
        private final Instant at;
        private final List<Finding> findings = new ArrayList<>();
        private final List<Instant> times = new ArrayList<>();
        private boolean covers;

        Run(EvidenceChains record, Collection<SignedContent> data, Instant at) {
            this.record = record;
            this.data = data;
            this.at = at;
            this.covers = !data.isEmpty();
        }

        void walk() throws IOException, NoSuchAlgorithmException {
            List<Placed> steps = new ArrayList<>();
            for (int chain = 0; chain < record.chains().size(); chain++) {
                List<EvidenceStep> each = record.chains().get(chain);
                for (int i = 0; i < each.size(); i++) {
                    EvidenceStep step = each.get(i);
                    String place = "chain " + (chain + 1) + ", time-stamp " + (i + 1);
                    if (!step.algorithm().equals(each.get(0).algorithm())) {
                        fail(
                                "evidence.record.digest-changed",
                                "evidence.record.digest-changed",
                                place,
                                each.get(0).algorithm(),
                                step.algorithm());
                    }
                    byte[] covered = i > 0
                            ? afterTimeStamp(each.get(i - 1), step, place)
                            : chain == 0 ? firstData(step, place) : afterChain(chain, step, place);
                    warnIfWeak(step, place);
                    if (i > 0 && Arrays.equals(step.token(), each.get(i - 1).token())) {
                        // Proves nothing beyond its predecessor, and takes nothing from it either.
                        findings.add(Finding.warning(
                                        "evidence.record.renewal-repeated",
                                        Characteristic.INTEGRITY,
                                        "evidence.record.renewal-repeated")
                                .at(place));
                        continue;
                    }
                    steps.add(new Placed(step, place, step.root(covered)));
                }
            }
            stamps(steps);
        }

        /** The data in the first tree; what a tree-less time-stamp has to cover. */
        private byte[] firstData(EvidenceStep step, String place) throws IOException, NoSuchAlgorithmException {
            byte[] one = null;
            for (SignedContent content : data) {
                Optional<byte[]> digest = content.digest(step.algorithm());
                if (digest.isEmpty()) {
                    covers = false;
                    continue;
                }
                one = digest.get();
                if (!step.lists().isEmpty() && !step.names(one)) {
                    covers = false;
                    fail(
                            "evidence.record.not-covered",
                            "evidence.record.not-covered",
                            place,
                            "",
                            Digest.of(step.algorithm(), one).toString());
                }
            }
            if (data.isEmpty()) {
                findings.add(Finding.undecided(
                                "evidence.record.content-absent",
                                Characteristic.INTEGRITY,
                                "evidence.record.content-absent")
                        .at(place)
                        .expecting(
                                step.first().isEmpty()
                                        ? ""
                                        : Digest.of(
                                                        step.algorithm(),
                                                        step.first().get(0))
                                                .toString(),
                                ""));
            }
            return one;
        }

        /** Time-stamp renewal: the predecessor's time-stamp is in the tree. */
        private byte[] afterTimeStamp(EvidenceStep before, EvidenceStep step, String place)
                throws NoSuchAlgorithmException {
            byte[] expected = Cryptography.digest(step.algorithm()).digest(before.tokenAsHashed());
            if (!step.lists().isEmpty() && !step.names(expected)) {
                fail(
                        "evidence.record.time-stamp-renewal",
                        "evidence.record.time-stamp-renewal",
                        place,
                        Digest.of(step.algorithm(), expected).toString(),
                        "");
            }
            return expected;
        }

        /** Hash-tree renewal: data and all earlier chains are in the tree. */
        private byte[] afterChain(int chain, EvidenceStep step, String place)
                throws IOException, NoSuchAlgorithmException {
            byte[] before = record.digestBefore(chain, step.algorithm());
            if (record.sideBySide() && !step.lists().isEmpty() && !step.names(before)) {
                covers = false;
                failRenewal(step, before, place);
                return null;
            }
            List<byte[]> known = new ArrayList<>();
            for (SignedContent content : data) {
                content.digest(step.algorithm()).ifPresent(known::add);
            }
            boolean byData = !known.isEmpty();
            EvidenceStep previous = record.chains().get(chain - 1).get(0);
            if (!byData && chain == 1 && previous.algorithm().equals(step.algorithm())) {
                known.addAll(previous.first());
            }
            if (known.isEmpty()) {
                return null; // needs the data; that it is missing has been said
            }
            byte[] one = null;
            int found = 0;
            for (byte[] digest : known) {
                one = record.sideBySide()
                        ? HashTree.node(Cryptography.digest(step.algorithm()), List.of(digest, before))
                        : EvidenceRenewal.withSequence(step.algorithm(), digest, before);
                boolean named = step.lists().isEmpty()
                        || (record.sideBySide() ? step.names(digest) && step.names(before) : step.names(one));
                found += named ? 1 : 0;
            }
            if (byData ? found < known.size() : found == 0) {
                covers = false;
                failRenewal(step, before, place);
            }
            return one;
        }

        private void failRenewal(EvidenceStep step, byte[] before, String place) {
            fail(
                    "evidence.record.hash-tree-renewal",
                    "evidence.record.hash-tree-renewal",
                    place,
                    Digest.of(step.algorithm(), before).toString(),
                    "");
        }

        private void warnIfWeak(EvidenceStep step, String place) {
            if (Cryptography.isWeak(step.algorithm())) {
                findings.add(Finding.warning(
                                "evidence.record.digest-weak", Characteristic.INTEGRITY, "evidence.record.digest-weak")
                        .at(place)
                        .expecting("", step.algorithm()));
            }
        }

        private void stamps(List<Placed> steps) throws IOException {
            List<TimeStampVerdict> verdicts = new ArrayList<>();
            // From the last to the first, because each is judged as of its successor.
            Instant until = at;
            for (int i = steps.size() - 1; i >= 0; i--) {
                Placed placed = steps.get(i);
                SignedContent content = placed.imprint == null
                        ? SignedContent.absent()
                        : SignedContent.of(Digest.of(placed.step.algorithm(), placed.imprint));
                TimeStampVerdict verdict = timeStamps.verify(placed.step.token(), content, until);
                verdicts.add(0, verdict);
                if (verdict.time() != null) {
                    if (i < steps.size() - 1 && verdict.time().isAfter(until)) {
                        fail(
                                "evidence.record.order",
                                "evidence.record.order",
                                placed.place,
                                until.toString(),
                                verdict.time().toString());
                    }
                    until = verdict.time();
                }
            }
            for (int i = 0; i < verdicts.size(); i++) {
                TimeStampVerdict verdict = verdicts.get(i);
                if (verdict.time() != null) {
                    times.add(verdict.time());
                }
                for (Finding finding : verdict.findings()) {
                    findings.add(finding.at(steps.get(i).place));
                }
            }
        }

        private void fail(String code, String key, String place, String expected, String found) {
            findings.add(Finding.failed(code, Characteristic.INTEGRITY, key)
                    .at(place)
                    .expecting(expected, found));
        }
    }
}
