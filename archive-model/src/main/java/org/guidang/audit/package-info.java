// SPDX-License-Identifier: AGPL-3.0-only
/**
 * The operation log: who, what, when, with what result (浙档发〔2019〕16号 5.2 d; GB/T 22239-2019 8.1.4.3). Chained by hash and
 * written in the transaction of the operation. It knows organizations; everybody speaks to it, it speaks to nobody.
 */
package org.guidang.audit;
