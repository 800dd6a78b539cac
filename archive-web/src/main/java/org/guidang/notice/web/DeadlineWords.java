// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.guidang.notice.Deadline;
import org.guidang.notice.Lamp;
import org.guidang.shared.web.PageTexts;

/** A deadline as people read it; the colour only repeats the words. */
@Named
@RequestScoped
public class DeadlineWords {

    @Inject
    PageTexts texts;

    public String colour(Deadline deadline) {
        return switch (deadline.lamp()) {
            case GREEN -> "green";
            case YELLOW -> "amber";
            case RED -> "red";
            case BLACK -> "black";
        };
    }

    public String say(Deadline deadline) {
        if (deadline.lamp() == Lamp.RED || deadline.lamp() == Lamp.BLACK) {
            String key = deadline.lamp() == Lamp.BLACK ? "due.long-past" : "due.past";
            return texts.say(key, -deadline.workingDaysLeft());
        }
        return deadline.workingDaysLeft() == 0
                ? texts.say("due.today")
                : texts.say("due.left", deadline.workingDaysLeft());
    }

    public String step(Deadline deadline) {
        return texts.say("due.step." + deadline.step());
    }
}
