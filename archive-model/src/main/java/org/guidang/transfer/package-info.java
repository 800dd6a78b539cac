// SPDX-License-Identifier: AGPL-3.0-only
/**
 * Transfer lists (移交清单) between a service window and an implementing agency: drafted, submitted, tested again,
 * returned with reasons or signed by both (DB43/T 第6部分 6.8 to 6.10, 附录 A 表 A.1). Knows the registry, packaging and
 * detection by their ids; the holdings learn from it by event.
 */
package org.guidang.transfer;
