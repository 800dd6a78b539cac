// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.issuing;

import java.io.Serializable;
import java.time.LocalDateTime;

/**
 * The fourteen fields of 表 A.1 as read from a record that broke no rule: blanks around values removed, white space
 * inside codes removed, the rest as written. Fields that may be null are null when absent or empty. Times carry no zone
 * in the standard; they are Asia/Shanghai.
 *
 * @param requestId 序号 1 电子出证唯一标识码, at most 32 characters, compared by case
 * @param systemCode 序号 2 业务系统编码
 * @param systemDepartmentCode 序号 3 数据应用部门编码, may be null
 * @param interfaceCode 序号 4 接口编码
 * @param interfaceDepartmentCode 序号 5 数据接口提供部门编码
 * @param requestTime 序号 6 请求时间
 * @param responseTime 序号 7 响应时间, not before the request
 * @param sponsorCode 序号 8 申请人/法人证件编码, may be null
 * @param serviceCode 序号 9 事项编码, may be null
 * @param accessorId 序号 10 接口访问者唯一标识 ({@code accesscarid}), may be null
 * @param projectId 序号 11 统一申报号, may be null
 * @param materialName 序号 12 材料名称, may be null; text from outside, never a path
 * @param requestParam 序号 13 接口的查询条件
 * @param responseData 序号 14 返回共享数据
 */
public record IssuingRecordData(
        String requestId,
        String systemCode,
        String systemDepartmentCode,
        String interfaceCode,
        String interfaceDepartmentCode,
        LocalDateTime requestTime,
        LocalDateTime responseTime,
        String sponsorCode,
        String serviceCode,
        String accessorId,
        String projectId,
        String materialName,
        String requestParam,
        String responseData)
        implements Serializable {}
