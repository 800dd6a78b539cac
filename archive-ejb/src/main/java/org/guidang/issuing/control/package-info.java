// SPDX-License-Identifier: AGPL-3.0-only
/** Issuing records in the database. */
package org.guidang.issuing.control;
