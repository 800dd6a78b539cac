// SPDX-License-Identifier: AGPL-3.0-only
/** Package versions in the database, and the short transactions around the long building of one. */
package org.guidang.packaging.control;
