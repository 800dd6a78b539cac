// SPDX-License-Identifier: AGPL-3.0-only
/** The catalogue and the numbering of archival codes in the database. */
package org.guidang.registry.control;
