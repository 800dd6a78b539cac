// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.boundary;

import java.io.Serializable;
import java.util.List;
import org.guidang.intake.ApplicationNumber;
import org.guidang.shared.Finding;

/**
 * What became of an upload that was taken in.
 *
 * @param again the same submission had been received before; nothing was changed
 * @param warnings what was doubtful but did not refuse; empty when received again
 */
public record CaseReceipt(ApplicationNumber number, boolean again, List<Finding> warnings) implements Serializable {}
