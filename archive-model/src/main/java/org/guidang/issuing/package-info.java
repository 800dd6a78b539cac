// SPDX-License-Identifier: AGPL-3.0-only
/**
 * Electronic certificates issuing (电子出证): the record of each issuing with its fourteen fields, as 浙档发〔2019〕16号
 * 6.2 and 附录 A 表 A.1 have it, and data certificates without layout as 附录 B. Which case a record belongs to is known
 * here by number only.
 */
package org.guidang.issuing;
