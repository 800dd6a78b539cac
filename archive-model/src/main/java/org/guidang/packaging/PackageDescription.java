// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging;

import java.io.Serializable;

/**
 * What a package version says of its case: enough for queues, registers and lists, so that none of them opens the zip.
 *
 * @param applicationNumber 统一申报号
 * @param itemCode code of the government service item
 * @param itemName its name when the case was closed
 * @param itemType 行政权力事项 or 公共服务事项, as the item's configuration spells it
 * @param title 办件名称
 * @param windowCode code of the service window that made the package
 * @param agencyCode code of the implementing agency it will go to
 * @param retention PERMANENT, YEARS_30 or YEARS_10
 * @param closedYear calendar year of case closure in Asia/Shanghai
 */
public record PackageDescription(
        String applicationNumber,
        String itemCode,
        String itemName,
        String itemType,
        String title,
        String windowCode,
        String agencyCode,
        String retention,
        int closedYear)
        implements Serializable {}
