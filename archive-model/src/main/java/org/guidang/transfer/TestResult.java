// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import java.io.Serializable;
import org.guidang.shared.Outcome;

/**
 * What the receipt detection of one package came to.
 *
 * @param report id of its report
 */
public record TestResult(String packageNumber, Outcome outcome, String report) implements Serializable {}
