// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.guidang.seal.core.CmsVerifier;
import org.guidang.seal.core.SignatureVerdict;
import org.guidang.seal.core.SignedContent;
import org.guidang.seal.core.SignerVerdict;
import org.guidang.seal.core.Trust;
import org.guidang.transfer.Decision;

/** Whether a formal reply proves itself: its signature lies beside it, under the same name with the ending .p7s. */
public final class ReplyVerifier {

    private static final long LARGEST = 64L << 20;
    private static final long LARGEST_SIGNATURE = 1L << 20;
    private static final String KIND = "formal-reply";

    /** Who replies, as the signed text says. */
    private record Agency(String code, String name) {

        /** Whether a part of the subject is the code, or holds the name. */
        boolean isNamedIn(String subject) {
            try {
                return !code.isBlank()
                        && !name.isBlank()
                        && new LdapName(subject)
                                .getRdns().stream()
                                        .map(rdn -> String.valueOf(rdn.getValue()))
                                        .anyMatch(value -> value.equals(code) || value.contains(name));
            } catch (InvalidNameException unreadable) {
                return false;
            }
        }
    }

    private final Trust trust;
    private final Instant at;

    /** @param at when it is judged */
    public ReplyVerifier(Trust trust, Instant at) {
        this.trust = trust;
        this.at = at;
    }

    /** Whether the octets begin like a formal reply. */
    public static boolean takes(byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1).contains("\"" + FormalReplyJson.FORM + "\"");
    }

    /** @throws IOException when a file cannot be read; what is bad about it is a finding */
    public ListVerifier.Verdict verify(Path file, String name) throws IOException {
        ProofFindings findings = new ProofFindings(name);
        List<String> covered = new ArrayList<>();
        if (Files.size(file) > LARGEST) {
            findings.failed("transfer.proof.unknown-form", "", "≤ " + LARGEST, Files.size(file));
            return new ListVerifier.Verdict(KIND, findings.all(), covered);
        }
        byte[] text = Files.readAllBytes(file);
        Agency agency = count(text, findings);
        Path beside = beside(file);
        if (!Files.isRegularFile(beside) || Files.size(beside) > LARGEST_SIGNATURE) {
            findings.failed(
                    "transfer.proof.signature-missing", beside.getFileName().toString(), 1, 0);
            return new ListVerifier.Verdict(KIND, findings.all(), covered);
        }
        prove(text, agency, beside, findings, covered);
        return new ListVerifier.Verdict(KIND, findings.all(), covered);
    }

    private static Path beside(Path file) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.replaceFirst("\\.json$", "") + ".p7s");
    }

    private void prove(byte[] text, Agency agency, Path beside, ProofFindings findings, List<String> covered)
            throws IOException {
        byte[] cms = Files.readAllBytes(beside);
        String place = beside.getFileName().toString();
        SignatureVerdict verdict = new CmsVerifier(trust).verify(cms, SignedContent.of(text), at);
        findings.take(verdict.findings(), place);
        if (verdict.signers().size() != 1) {
            findings.same(
                    "transfer.proof.signature-differs",
                    place,
                    1,
                    verdict.signers().size());
            return;
        }
        SignerVerdict signer = verdict.signers().get(0);
        if (verdict.attached()) {
            findings.failed("transfer.proof.signature-differs", place, "detached", "attached");
        }
        if (signer.timeStamps().isEmpty()) {
            findings.undecided("transfer.proof.time-stamp-pending", place, "RFC 3161", "");
        }
        if (signer.certificate() != null) {
            String subject = signer.certificate().getSubjectX500Principal().getName();
            covered.add(subject);
            // Signed by somebody believed is not enough: it is the agency that replies.
            if (!agency.isNamedIn(subject)) {
                findings.failed("transfer.proof.replier", place, agency.name(), subject);
            }
        }
    }

    /** The figures are those of the packages named; returns the agency that replies. */
    private static Agency count(byte[] text, ProofFindings findings) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(text))) {
            JsonObject reply = reader.readObject();
            List<JsonObject> packages = reply.getJsonArray("packages").getValuesAs(JsonObject.class);
            same(findings, "offered", reply, packages.size());
            same(findings, "accepted", reply, decided(packages, Decision.ACCEPTED));
            same(findings, "returned", reply, decided(packages, Decision.RETURNED));
            return new Agency(reply.getString("agency"), reply.getString("agencyName"));
        } catch (JsonException | NullPointerException | ClassCastException malformed) {
            findings.failed("transfer.proof.text-malformed", "", FormalReplyJson.FORM, "");
            return new Agency("", "");
        }
    }

    private static void same(ProofFindings findings, String figure, JsonObject reply, long counted) {
        JsonValue stated = reply.get(figure);
        findings.same("transfer.proof.total-differs", figure, String.valueOf(stated), String.valueOf(counted));
    }

    private static long decided(List<JsonObject> packages, Decision decision) {
        return packages.stream()
                .filter(pack -> decision.name().equals(pack.getString("decision", "")))
                .count();
    }
}
