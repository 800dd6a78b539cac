// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.ofd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.guidang.detection.core.Examination;
import org.guidang.shared.Level;
import org.guidang.shared.Outcome;
import org.guidang.shared.core.Corpus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A forged seal is refused for what was forged and for nothing else. */
class ForgedSealsTest {

    static Stream<Arguments> forgeries() {
        return Stream.of(
                Arguments.of("own-signed/bad-content-edited.ofd", "ofd.seal.altered"),
                Arguments.of("own-signed/bad-datahash.ofd", "ofd.seal.data-hash"),
                Arguments.of("own-signed/bad-md5-digests.ofd", "ofd.seal.weak-digest"),
                Arguments.of("own-signed/bad-missing-referenced-file.ofd", "ofd.seal.reference-missing"),
                Arguments.of("own-signed/bad-seal-expired-at-signing.ofd", "seal.validity.outside"),
                Arguments.of("own-signed/bad-signedvalue-deep-der.ofd", "seal.structure.malformed"),
                Arguments.of("own-signed/bad-signedvalue-hugelen.ofd", "seal.structure.malformed"),
                Arguments.of("own-signed/bad-signer-not-yet-valid.ofd", "seal.signer.outside-period"),
                Arguments.of(
                        "own-signed/bad-timestamp-before-seal.ofd",
                        "timestamp.outside-validity seal.time.stamped-before-signing"),
                Arguments.of("own-signed/bad-timestamp-imprint.ofd", "timestamp.imprint"),
                Arguments.of("own-signed/bad-timestamp-signer-no-eku.ofd", "timestamp.not-an-authority"),
                Arguments.of("own-signed/bad-v4-signature-bit.ofd", "seal.value.signer"),
                Arguments.of("own-signed/warn-signer-revoked-later.ofd", "seal.signer.revoked-later"),
                Arguments.of("own-signed/ok-v4-timestamp.ofd", ""),
                Arguments.of("own-signed/ok-v1.ofd", ""),
                Arguments.of("own-signed/ok-sign-type-cms.ofd", ""),
                Arguments.of(
                        "real-signed/ofdrw__ofdrw-reader_SESV4SignDoc.ofd",
                        "seal.validity.outside seal.signer.untrusted seal.signer.outside-period seal.maker.untrusted"),
                Arguments.of(
                        "real-signed/ofdrw__ofdrw-converter_h.ofd",
                        "ofd.seal.list-grew seal.signer.untrusted seal.maker.untrusted"),
                Arguments.of("tampered/5page-annotation-added.ofd", "seal.signer.untrusted seal.maker.untrusted"),
                Arguments.of(
                        "tampered/5page-pages-swapped.ofd",
                        "ofd.seal.altered seal.signer.untrusted seal.maker.untrusted"),
                Arguments.of(
                        "tampered/v4-amount-changed.ofd",
                        "ofd.seal.altered seal.signer.untrusted seal.maker.untrusted"),
                Arguments.of("tampered/v4-signature-deleted.ofd", "ofd.part.missing ofd.seal.dangling"),
                Arguments.of(
                        "tampered/v4-signedvalue-bit.ofd",
                        "seal.value.signer seal.signer.untrusted seal.maker.untrusted"),
                Arguments.of(
                        "tampered/v4-signedvalue-other-file.ofd",
                        "ofd.seal.data-hash seal.signer.untrusted seal.maker.untrusted"));
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    @DisplayName("伪造的签章因其被伪造之处而不通过，且仅因此")
    void it_is_refused_for_what_was_forged(String file, String codes) throws IOException {
        Examination examination = new Examination(
                Corpus.root().resolve("01-ofd").resolve(file),
                file,
                Corpus.sm2Trust(),
                Instant.parse("2026-11-20T00:00:00Z"));
        new OfdExaminer().examine(examination);
        List<String> against = examination.findings().stream()
                .filter(finding -> finding.level() == Level.MUST && finding.outcome() != Outcome.PASSED)
                .map(finding -> finding.code())
                .distinct()
                .toList();
        assertEquals(codes, String.join(" ", against));
    }
}
