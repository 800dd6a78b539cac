// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.notice;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * By when something has to be done, as it looks today.
 *
 * @param dueOn last day, Asia/Shanghai
 * @param workingDaysLeft 0 on the last day, negative when it is past
 * @param provisional the term reaches into a year whose holidays are not arranged yet, so the day may move
 */
public record Deadline(Step step, LocalDate dueOn, Lamp lamp, int workingDaysLeft, boolean provisional)
        implements Serializable {}
