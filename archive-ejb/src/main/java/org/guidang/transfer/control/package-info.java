// SPDX-License-Identifier: AGPL-3.0-only
/** Transfer lists in the database, receipt detection in the background, signing keys and time-stamps. */
package org.guidang.transfer.control;
