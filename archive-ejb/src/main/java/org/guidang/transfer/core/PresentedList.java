// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import java.io.IOException;
import java.util.List;
import org.guidang.transfer.A1Row;
import org.guidang.transfer.Signed;

/**
 * A list or receipt as somebody presents it, before anything of it is believed.
 *
 * @param receipt number of the receipt; empty for a list
 * @param rows as stated
 * @param packages as stated
 * @param text canonical text; null when the form does not carry it (edition 1)
 * @param proof as stated; null for a draft and for edition 1
 * @param signatures as stated; whether there is a token is as stated too
 */
record PresentedList(
        String receipt,
        String number,
        int version,
        String resubmits,
        String window,
        String windowName,
        String agency,
        String agencyName,
        List<A1Row> rows,
        List<SignedList.Pack> packages,
        byte[] text,
        Proof proof,
        List<Signed> signatures,
        boolean demonstration) {

    /**
     * Digests and checkpoint as stated.
     *
     * @param textOctets of the canonical text; null where the form does not say
     */
    record Proof(
            Long textOctets, String sm3, String sha256, String root, long packages, long octets, String checkpoint) {}

    /** What was presented is no list or receipt, or not in a form we know. */
    static final class UnknownFormException extends IOException {

        private static final long serialVersionUID = 1L;

        UnknownFormException(String found, Exception cause) {
            super(found, cause);
        }
    }

    boolean isReceipt() {
        return !receipt.isEmpty();
    }
}
