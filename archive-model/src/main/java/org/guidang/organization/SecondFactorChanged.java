// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization;

/**
 * A second factor was begun, confirmed or taken away; heard inside the transaction.
 *
 * @param operation for the log, such as "second-factor.reset"
 * @param userName whose
 */
public record SecondFactorChanged(String operation, String userName) {}
