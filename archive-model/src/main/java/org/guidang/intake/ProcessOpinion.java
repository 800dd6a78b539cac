// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.Instant;

/**
 * One step of the handling (办理流程信息 Opinion).
 *
 * @param node 环节名称, e.g. 受理, 审核, 决定
 * @param author 办理人
 * @param type 意见类型, e.g. 同意
 * @param body 意见内容; may be empty
 * @param at 办理时间
 */
@Embeddable
public record ProcessOpinion(
        @Column(name = "node") String node,
        @Column(name = "author") String author,
        @Column(name = "opinion_type") String type,
        @Column(name = "body") String body,
        @Column(name = "made_at") Instant at)
        implements Serializable {}
