// SPDX-License-Identifier: AGPL-3.0-only
/** Cases and refused uploads in the database, the transactions that take them in, and the demonstration's cases. */
package org.guidang.intake.control;
