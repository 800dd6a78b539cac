// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.security.auth.x500.X500Principal;
import org.guidang.detection.Profile;
import org.guidang.detection.ProfileCopy;
import org.guidang.detection.ProfileCopyRepository;
import org.guidang.detection.ProfileRefusedException;
import org.guidang.detection.ProfileVariation;
import org.guidang.detection.core.Profiles;
import org.guidang.detection.xml.ProfileReader;
import org.guidang.seal.control.Keys;
import org.guidang.seal.core.CmsSigner;
import org.guidang.seal.core.CmsVerifier;
import org.guidang.seal.core.SignatureVerdict;
import org.guidang.seal.core.SignedContent;
import org.guidang.seal.core.SigningKey;
import org.guidang.seal.core.TrustVerdict;
import org.guidang.shared.ContentStore;
import org.guidang.shared.Fixity;

/**
 * What an organization tests by: the version of its own profile that is in force, read together with the very edition it was
 * made from and held against its digest and the organization's signature. A row that somebody changed behind our back is not
 * tested by.
 */
@ApplicationScoped
public class ProfilesInForce {

    private static final long LARGEST_EDITION = 4L * 1024 * 1024;
    private static final Set<TrustVerdict.Standing> BELIEVED =
            Set.of(TrustVerdict.Standing.TRUSTED, TrustVerdict.Standing.REVOCATION_UNKNOWN);

    @Inject
    ProfileCopyRepository copies;

    @Inject
    ContentStore contents;

    @Inject
    Keys keys;

    private final Map<Seen, Profile> verified = new ConcurrentHashMap<>();

    /** All that the signature speaks about: when any of it differs, it is verified anew. */
    private record Seen(String id, String canonical, String digest, String cms) {}

    /** Empty when the organization has none of its own. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Profile> of(String organization) {
        return copies.inForce(organization).map(this::verified);
    }

    private Profile verified(ProfileCopy copy) {
        ProfileVariation variation = copy.variation(edition(copy));
        byte[] canonical = variation.canonical();
        String cms = copy.cms().orElseThrow(() -> ProfileRefusedException.altered(copy.id()));
        Seen seen = new Seen(copy.id(), new String(canonical, StandardCharsets.UTF_8), copy.digest(), cms);
        return verified.computeIfAbsent(seen, one -> verify(copy, variation, canonical));
    }

    private Profile verify(ProfileCopy copy, ProfileVariation variation, byte[] canonical) {
        Profile profile = Profiles.of(variation);
        try {
            SignatureVerdict verdict = new CmsVerifier(keys.installation())
                    .verify(
                            Base64.getDecoder().decode(copy.cms().orElseThrow()),
                            SignedContent.of(canonical),
                            copy.reviewedAt());
            if (!isOf(copy.organization(), verdict)
                    || !profile.digest().toString().equals(copy.digest())) {
                throw ProfileRefusedException.altered(copy.id());
            }
            return profile;
        } catch (IOException | IllegalArgumentException unreadable) {
            throw ProfileRefusedException.altered(copy.id());
        }
    }

    /** Intact, of a certificate that leads to an anchor, made out to the same name as the organization's key of today. */
    private boolean isOf(String organization, SignatureVerdict verdict) {
        X500Principal name = keys.ofOrganization(organization).certificate().getSubjectX500Principal();
        return verdict.intact()
                && !verdict.signers().isEmpty()
                && verdict.signers().stream()
                        .allMatch(signer -> signer.trust() != null
                                && BELIEVED.contains(signer.trust().standing())
                                && name.equals(signer.certificate().getSubjectX500Principal()));
    }

    /** The edition as it was when the copy was made, whatever the product brings today. */
    public Profile edition(ProfileCopy copy) {
        Fixity file = copy.editionFile();
        Profile today =
                ProfileReader.editions().contains(copy.edition()) ? ProfileReader.shipped(copy.edition()) : null;
        if (today != null && today.digest().hex().equals(file.sha256())) {
            return today;
        }
        try (InputStream kept = Files.newInputStream(contents.locate(file))) {
            Profile then = ProfileReader.read(copy.edition(), kept.readAllBytes());
            if (!then.digest().hex().equals(file.sha256())) {
                throw ProfileRefusedException.altered(copy.id());
            }
            return then;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Keeps the file of an edition for as long as a copy may rest on it. */
    public Fixity keepEdition(String id) {
        try {
            return contents.keep(new ByteArrayInputStream(ProfileReader.shippedFile(id)), LARGEST_EDITION);
        } catch (IOException volumeFull) {
            throw new UncheckedIOException(volumeFull);
        }
    }

    /** The organization's signature over the canonical form. */
    public Signed sign(ProfileCopy copy, Instant now) {
        byte[] canonical = copy.variation(edition(copy)).canonical();
        SigningKey key = keys.ofOrganization(copy.organization());
        try {
            byte[] cms = CmsSigner.sign(key, new ByteArrayInputStream(canonical), now);
            return new Signed(
                    Base64.getEncoder().encodeToString(cms),
                    key.certificate().getSubjectX500Principal().getName());
        } catch (IOException | GeneralSecurityException notSigned) {
            throw new IllegalStateException("signature over " + copy.id(), notSigned);
        }
    }

    /** A detached CMS, base64, and whose it is. */
    public record Signed(String cms, String certificate) {}
}
