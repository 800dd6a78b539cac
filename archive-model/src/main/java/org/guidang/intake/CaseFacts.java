// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.io.Serializable;
import java.time.Instant;

/**
 * What a case is about (办件基本信息): the part a clerk may complete.
 *
 * @param title 办件名称, at most 200 characters
 * @param applicant who applied
 * @param acceptedAt 受理时间
 * @param closedAt 办结时间, not before the acceptance
 * @param result 办理结果, e.g. 准予许可
 * @param resultCode 结果文号 or 证照编号; may be null
 */
@Embeddable
public record CaseFacts(
        @Column(name = "title") String title,
        @Embedded Applicant applicant,
        @Column(name = "accepted_at") Instant acceptedAt,
        @Column(name = "closed_at") Instant closedAt,
        @Column(name = "result") String result,
        @Column(name = "result_code") String resultCode)
        implements Serializable {}
