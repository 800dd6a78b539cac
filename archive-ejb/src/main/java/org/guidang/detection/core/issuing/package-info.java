// SPDX-License-Identifier: AGPL-3.0-only
/**
 * Issuing records and certificates without layout as files under examination: 浙档发〔2019〕16号 附录 A and 附录 B. The
 * reading is that of the issuing domain; what is added here is the verification of signature and time-stamp.
 */
package org.guidang.detection.core.issuing;
