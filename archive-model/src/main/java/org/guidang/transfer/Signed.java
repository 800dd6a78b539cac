// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import java.io.Serializable;
import java.time.Instant;

/**
 * A signature as made, before the list takes it.
 *
 * @param party for whom
 * @param userName account of the signer
 * @param displayName as printed
 * @param organization code of the signer's organization
 * @param organizationName as printed
 * @param certificate subject of the certificate, RFC 4514
 * @param listVersion version of the list that was seen and signed
 * @param sm3 SM3 digest of the canonical text that was seen and signed, hexadecimal
 * @param cms detached CMS SignedData over the canonical text, DER in Base64
 * @param token RFC 3161 token over the signature value, DER in Base64; null while none could be had (待补时间戳)
 * @param at by the clock of the server; of a signature made outside, the time it states itself, to the second
 */
public record Signed(
        Party party,
        String userName,
        String displayName,
        String organization,
        String organizationName,
        String certificate,
        int listVersion,
        String sm3,
        String cms,
        String token,
        Instant at)
        implements Serializable {}
