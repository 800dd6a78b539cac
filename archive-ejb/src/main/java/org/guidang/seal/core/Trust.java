// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import org.guidang.seal.core.revocation.RevocationMaterial;
import org.guidang.seal.core.revocation.RevocationPolicy;
import org.guidang.seal.core.revocation.StatusAnswer;

/**
 * Whom we believe, and how far their revocations are looked into. Nothing outside this is trusted: not the platform's
 * certificate store, not the network; an answer from there counts by who signed it.
 *
 * @param anchors certificates that need no further proof
 * @param helpers certificates that may stand between a signer and an anchor
 * @param revocationLists revocation lists, each to be checked against its issuer before use
 * @param answers answers of status services, each to be checked likewise
 * @param revocation whom to ask further, and what to do when nobody tells
 */
public record Trust(
        List<X509Certificate> anchors,
        List<X509Certificate> helpers,
        List<X509CRL> revocationLists,
        List<StatusAnswer> answers,
        RevocationPolicy revocation) {

    public Trust {
        anchors = List.copyOf(anchors);
        helpers = List.copyOf(helpers);
        revocationLists = List.copyOf(revocationLists);
        answers = List.copyOf(answers);
    }

    /** Judges revocation by these lists, asks nobody. */
    public Trust(List<X509Certificate> anchors, List<X509Certificate> helpers, List<X509CRL> revocationLists) {
        this(anchors, helpers, revocationLists, List.of(), RevocationPolicy.OFFLINE);
    }

    /** Trusts nobody: every signature is at best intact and of unknown origin. */
    public static Trust none() {
        return new Trust(List.of(), List.of(), List.of());
    }

    /**
     * Reads a folder of certificates and revocation lists, PEM or DER, not descending into folders. A certificate
     * becomes an anchor only when it is an authority that signed itself; all others merely help to build paths, so that
     * a signer's own certificate lying there vouches for nobody. Keys and other files are passed over.
     *
     * @throws IOException when the folder cannot be read
     */
    public static Trust load(Path folder) throws IOException {
        return new TrustFolder(folder).read();
    }

    /** Both together. */
    public Trust and(Trust other) {
        return new Trust(
                joined(anchors, other.anchors),
                joined(helpers, other.helpers),
                joined(revocationLists, other.revocationLists),
                joined(answers, other.answers),
                revocation.and(other.revocation));
    }

    /** The same with another policy on revocation. */
    public Trust with(RevocationPolicy policy) {
        return new Trust(anchors, helpers, revocationLists, answers, policy);
    }

    /** The same with what a file brought along to help; none of it becomes an anchor. */
    public Trust helpedBy(List<X509Certificate> certificates, RevocationMaterial material) {
        return new Trust(
                anchors,
                joined(helpers, certificates),
                joined(revocationLists, material.lists()),
                joined(answers, material.answers()),
                revocation);
    }

    /** The lists and answers at hand. */
    RevocationMaterial material() {
        return new RevocationMaterial(revocationLists, answers);
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream())
                .distinct()
                .toList();
    }
}
