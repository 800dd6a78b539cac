// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.util.List;
import org.guidang.shared.Finding;
import org.guidang.shared.Outcome;

/**
 * What a CMS came to. Outcome PASSED: every signer intact and trusted; FAILED: something is bad; INDETERMINATE: intact
 * as far as seen, but content, certificate or trust is missing.
 *
 * @param signers in the order of the structure; empty when it could not be read
 * @param attached true when the content lay inside
 * @param findings all that was found, with codes {@code cms.…} and {@code timestamp.…}
 */
public record SignatureVerdict(List<SignerVerdict> signers, boolean attached, List<Finding> findings) {

    public SignatureVerdict {
        signers = List.copyOf(signers);
        findings = List.copyOf(findings);
    }

    /** All signatures verify over unchanged content, whoever made them. */
    public boolean intact() {
        return !signers.isEmpty() && signers.stream().allMatch(SignerVerdict::intact);
    }

    public Outcome outcome() {
        return Outcome.of(findings);
    }
}
