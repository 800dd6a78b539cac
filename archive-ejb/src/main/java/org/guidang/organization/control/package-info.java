// SPDX-License-Identifier: AGPL-3.0-only
/** Accounts and organizations in the database, passwords, and the accounts of the demonstration. */
package org.guidang.organization.control;
