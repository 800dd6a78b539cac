// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.boundary;

import java.io.Serializable;
import org.guidang.detection.Tally;
import org.guidang.shared.Characteristic;

/** One of the four cards over a report: a nature and how its items came out. */
public record CharacteristicView(Characteristic characteristic, Tally tally) implements Serializable {}
