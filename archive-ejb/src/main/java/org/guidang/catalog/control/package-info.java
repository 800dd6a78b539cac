// SPDX-License-Identifier: AGPL-3.0-only
/** The catalogue in the database. */
package org.guidang.catalog.control;
