// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guidang.audit.control.OperationLog;
import org.guidang.organization.Person;
import org.guidang.organization.PersonRepository;
import org.guidang.organization.UnknownPersonException;
import org.guidang.seal.CertificateFacts;
import org.guidang.seal.CertificateRefusedException;
import org.guidang.seal.PersonCertificate;
import org.guidang.seal.PersonCertificateRepository;
import org.guidang.seal.core.CertificateFile;
import org.guidang.seal.core.CertificateReader;
import org.guidang.seal.core.Suite;
import org.guidang.seal.core.TrustJudge;
import org.guidang.seal.core.TrustVerdict;
import org.guidang.seal.core.Use;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/**
 * Which certificate is whose. It is bound by SHA-256 over all its octets, not by names: an authority may give two
 * people one name, and a name may come back with another key.
 */
@ApplicationScoped
@Transactional
public class CertificateBook {

    private static final int LONGEST_SUBJECT = 500;
    private static final int LONGEST_ISSUER = 1000;

    @Inject
    PersonRepository people;

    @Inject
    PersonCertificateRepository certificates;

    @Inject
    Keys keys;

    @Inject
    OperationLog log;

    @Inject
    Clock clock;

    /** Whether this certificate is registered for the account and not withdrawn. */
    public boolean isOf(String userName, X509Certificate certificate) {
        return certificates
                .find(CertificateReader.fingerprint(certificate))
                .filter(known -> known.isOf(userName) && known.isInForce())
                .isPresent();
    }

    public List<PersonCertificate> of(String userName) {
        return certificates.of(userName);
    }

    /**
     * Binds a certificate to an account; one that is bound to it already stays, one withdrawn counts again.
     *
     * @param file one certificate, PEM or DER
     * @throws CertificateRefusedException naming all that speaks against it
     */
    public PersonCertificate register(String userName, byte[] file) {
        Person person = account(userName);
        List<X509Certificate> read = CertificateFile.read(file).certificates();
        if (read.size() != 1) {
            throw CertificateRefusedException.because(
                    userName, List.of(failed("unreadable", "1", String.valueOf(read.size()))));
        }
        CertificateFacts facts = CertificateReader.facts(read.get(0));
        List<Finding> findings = against(person, read.get(0), facts);
        if (!findings.isEmpty()) {
            throw CertificateRefusedException.because(userName, findings);
        }
        PersonCertificate known = certificates.find(facts.sha256()).orElse(null);
        if (known == null) {
            known = new PersonCertificate(userName, facts, now());
            certificates.add(known);
        } else if (!known.isInForce()) {
            known.restore(now());
        } else {
            return known;
        }
        record("certificate.register", known);
        return known;
    }

    /** The certificate counts no more; what it signed before stays signed. */
    public void withdraw(String userName, String sha256) {
        PersonCertificate known = certificates
                .find(sha256)
                .filter(one -> one.isOf(userName) && one.isInForce())
                .orElseThrow(() -> CertificateRefusedException.none(userName, sha256));
        known.withdraw(now());
        record("certificate.withdraw", known);
    }

    private List<Finding> against(Person person, X509Certificate certificate, CertificateFacts facts) {
        List<Finding> findings = new ArrayList<>();
        TrustVerdict verdict =
                new TrustJudge(keys.installation()).judge(certificate, List.of(), clock.instant(), Use.SIGNING);
        if (!verdict.trusted()) {
            findings.add(failed("not-good", verdict.standing().name(), verdict.about()));
            findings.addAll(verdict.remarks());
        }
        if (Suite.of(certificate.getPublicKey()).isEmpty()) {
            findings.add(failed("key-unknown", "", certificate.getPublicKey().getAlgorithm()));
        }
        if (facts.subject().length() > LONGEST_SUBJECT || facts.issuer().length() > LONGEST_ISSUER) {
            findings.add(failed(
                    "names-too-long",
                    "<= " + LONGEST_SUBJECT,
                    String.valueOf(facts.subject().length())));
        }
        // Who verifies the paper later has the certificate and the printed name, and nothing of ours between them.
        if (!facts.subject().contains(person.displayName())) {
            findings.add(failed("other-name", person.displayName(), facts.subject()));
        }
        boolean anothers = certificates.find(facts.sha256()).stream().anyMatch(known -> !known.isOf(person.userName()))
                || certificates.withKey(facts.keySha256()).stream().anyMatch(known -> !known.isOf(person.userName()));
        if (anothers) {
            findings.add(failed("anothers", "", facts.sha256()));
        }
        return findings;
    }

    private void record(String operation, PersonCertificate certificate) {
        log.record(
                operation,
                "person",
                certificate.userName(),
                "done",
                Map.of(
                        "sha256", certificate.sha256(),
                        "subject", certificate.subject(),
                        "issuer", certificate.issuer()));
    }

    private Person account(String userName) {
        return people.find(userName).orElseThrow(() -> new UnknownPersonException(userName));
    }

    private static Finding failed(String what, String expected, String found) {
        return Finding.failed("certificate." + what, Characteristic.AUTHENTICITY, "seal.certificate." + what)
                .expecting(expected, found);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
