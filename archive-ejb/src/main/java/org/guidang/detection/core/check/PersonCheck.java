// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.check;

import org.guidang.detection.CheckItem;
import org.guidang.detection.core.Check;
import org.guidang.detection.core.CheckMethod;
import org.guidang.detection.core.Facts.Carrier;
import org.guidang.detection.core.Input;
import org.guidang.detection.core.Subject;
import org.guidang.detection.core.Verdict;

/**
 * For a person (人工检测): asked for, with name and time, where it applies. Items on carriers apply only to what came on one.
 */
@CheckMethod(value = "by-a-person", reads = Input.CARRIER)
final class PersonCheck implements Check {

    @Override
    public Verdict examine(Subject subject, CheckItem item) {
        Carrier carrier = subject.facts().carrier();
        return switch (item.parameter("when", "always")) {
            case "carrier" ->
                carrier == Carrier.ONLINE
                        ? Verdict.notApplicable("detection.item.online")
                        : Verdict.manual("detection.item.for-a-person");
            case "disc" ->
                carrier == Carrier.DISC
                        ? Verdict.manual("detection.item.for-a-person")
                        : Verdict.notApplicable("detection.item.no-disc");
            default -> Verdict.manual("detection.item.for-a-person");
        };
    }
}
