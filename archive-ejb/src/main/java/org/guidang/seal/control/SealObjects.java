// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.guidang.organization.Organization;
import org.guidang.seal.SigningKeyUnavailableException;
import org.guidang.seal.core.ses.DrawnSeal;
import org.guidang.seal.core.ses.SealObjectCheck;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The electronic seals of organizations, as the operator has laid them into the folder; the demonstration makes its own.
 * A seal is judged each time it is used, for the time and the person of that signature; one that does not pass gives no
 * picture, and the operator is told why, in the log once for each reason and on the page of keys and seals.
 */
@ApplicationScoped
public class SealObjects {

    private static final Logger LOG = LoggerFactory.getLogger(SealObjects.class);

    /** What a code may be made of to be the name of a file. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9-]{1,64}");

    @Inject
    SealSettings settings;

    @Inject
    Keys keys;

    private final Map<String, String> told = new ConcurrentHashMap<>();

    /**
     * The picture to put where somebody signed for an organization.
     *
     * @param signedAt when
     * @param signer certificate of who signed; null when it is not known
     * @return empty when there is no seal, or something speaks against it
     */
    public Optional<DrawnSeal> picture(Organization organization, Instant signedAt, X509Certificate signer) {
        Optional<SealObjectCheck.Judged> judged = judge(organization, signedAt, signer);
        judged.ifPresent(one -> tell(organization.code(), one));
        return judged.map(SealObjectCheck.Judged::picture);
    }

    /** How the seal of an organization stands at an instant; empty when there is none. */
    public Optional<SealObjectCheck.Judged> judge(Organization organization, Instant at, X509Certificate signer) {
        Optional<byte[]> octets;
        try {
            octets = octets(organization);
        } catch (IOException unreadable) {
            LOG.warn("seal of {} cannot be read", organization.code(), unreadable);
            return Optional.of(new SealObjectCheck.Judged(
                    null,
                    null,
                    List.of(Finding.failed(
                                    "seal-object.malformed", Characteristic.AUTHENTICITY, "seal.object.malformed")
                            .in(organization.code())
                            .expecting("", unreadable.getClass().getSimpleName()))));
        }
        return octets.map(seal -> {
            SealObjectCheck.Judged judged =
                    new SealObjectCheck(keys.installation()).judge(seal, at, users(organization.code(), signer));
            return new SealObjectCheck.Judged(
                    judged.seal(),
                    judged.picture(),
                    judged.findings().stream()
                            .map(finding -> finding.in(organization.code()))
                            .toList());
        });
    }

    private Optional<byte[]> octets(Organization organization) throws IOException {
        if (settings.seals().isEmpty()) {
            return keys.demonstrationSeal(organization.code(), organization.name());
        }
        if (!CODE.matcher(organization.code()).matches()) {
            return Optional.empty();
        }
        Path file = settings.seals().get().resolve(organization.code() + ".esl");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(in.readNBytes(SealObjectCheck.LARGEST + 1));
        }
    }

    /** Who uses the seal: the organization by the key it has here, and the person who signs for it. */
    private List<X509Certificate> users(String code, X509Certificate signer) {
        List<X509Certificate> users = new ArrayList<>();
        try {
            users.add(keys.ofOrganization(code).certificate());
        } catch (SigningKeyUnavailableException noneHere) {
            LOG.debug("no key of {} here: only the signer may be listed in its seal", code);
        }
        if (signer != null) {
            users.add(signer);
        }
        return users;
    }

    private void tell(String code, SealObjectCheck.Judged judged) {
        String reasons = String.join(
                " ", judged.findings().stream().map(Finding::code).distinct().toList());
        if (!reasons.equals(told.put(code, reasons)) && !judged.accepted()) {
            LOG.warn("seal of {} is not put on paper: {}", code, reasons);
        }
    }
}
