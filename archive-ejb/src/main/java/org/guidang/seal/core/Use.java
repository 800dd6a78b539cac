// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

/** What a certificate is asked to vouch for. */
public enum Use {
    /** A signature of a document or package: digitalSignature or nonRepudiation where key usage is stated. */
    SIGNING,
    /** The signature of a seal maker under an electronic seal. */
    SEAL_MAKING,
    /** RFC 3161 2.3: extended key usage present, critical and timeStamping only. */
    TIME_STAMPING,
    /** Nothing in particular: the certificate is judged for itself. */
    ANY
}
