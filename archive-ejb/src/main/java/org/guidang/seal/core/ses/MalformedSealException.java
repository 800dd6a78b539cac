// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.ses;

/** The octets are not what they claim to be. The message names place and fault for a log; people read a finding. */
public class MalformedSealException extends Exception {

    private static final long serialVersionUID = 1L;

    private final long octet;

    public MalformedSealException(long octet, String message) {
        super(message);
        this.octet = octet;
    }

    /** Where it went wrong, counted from the first octet of the structure. */
    public long octet() {
        return octet;
    }
}
