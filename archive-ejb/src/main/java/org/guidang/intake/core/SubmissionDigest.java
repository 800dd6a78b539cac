// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.core;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.guidang.intake.CaseFacts;
import org.guidang.intake.ProcessOpinion;
import org.guidang.shared.core.FixityMeter;

/** One number for all that a submission says, so that the same one sent twice is known again. */
public final class SubmissionDigest {

    private final FixityMeter meter = new FixityMeter();

    private SubmissionDigest() {}

    /** SHA-256 in hexadecimal over all parts, each with its length before it. */
    public static String of(
            String number, String itemCode, CaseFacts facts, List<ProcessOpinion> opinions, List<StagedFile> files) {
        SubmissionDigest digest = new SubmissionDigest();
        digest.add(number);
        digest.add(itemCode);
        digest.add(facts.title());
        digest.add(facts.applicant() == null ? null : facts.applicant().name());
        digest.add(facts.applicant() == null ? null : facts.applicant().documentType());
        digest.add(facts.applicant() == null ? null : facts.applicant().documentNumber());
        digest.add(facts.acceptedAt());
        digest.add(facts.closedAt());
        digest.add(facts.result());
        digest.add(facts.resultCode());
        for (ProcessOpinion opinion : opinions) {
            digest.add(opinion.node());
            digest.add(opinion.author());
            digest.add(opinion.type());
            digest.add(opinion.body());
            digest.add(opinion.at());
        }
        for (StagedFile file : files) {
            digest.add(file.name());
            digest.add(file.materialName());
            digest.add(file.source());
            digest.add(file.issuing());
            digest.add(file.fixity().sha256());
        }
        return digest.meter.fixity().sha256();
    }

    private void add(Object part) {
        byte[] octets = part == null ? new byte[0] : part.toString().getBytes(StandardCharsets.UTF_8);
        byte[] length = ((part == null ? -1 : octets.length) + ":").getBytes(StandardCharsets.US_ASCII);
        meter.write(length, 0, length.length);
        meter.write(octets, 0, octets.length);
    }
}
