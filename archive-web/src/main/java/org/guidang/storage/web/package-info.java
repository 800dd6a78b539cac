// SPDX-License-Identifier: AGPL-3.0-only
/** The holdings of the archive room: found by any id, with the mapping of every file; read again on demand. */
package org.guidang.storage.web;
