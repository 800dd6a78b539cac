// SPDX-License-Identifier: AGPL-3.0-only
/** The log as it is written, in the transaction of the operation. */
package org.guidang.audit.control;
