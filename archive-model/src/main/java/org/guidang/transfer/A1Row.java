// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import java.io.Serializable;

/**
 * One row of table A.1, its seven columns in the order of the form.
 *
 * @param sequence 序号, from 1 without gap
 * @param batch 批次编号
 * @param itemName 办理事项名称
 * @param itemType 事项类型
 * @param packages 归档信息包数量, counted
 * @param opinion 检测意见
 * @param remark 备注
 */
public record A1Row(
        int sequence, String batch, String itemName, String itemType, int packages, String opinion, String remark)
        implements Serializable {}
