// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization.boundary;

/**
 * What an authenticator is given, this once.
 *
 * @param secret Base32, to be typed in
 * @param address the same as an {@code otpauth} address, to be scanned
 */
public record NewSecondFactor(String secret, String address) {

    /** The secret goes into no log by mistake. */
    @Override
    public String toString() {
        return "NewSecondFactor";
    }
}
