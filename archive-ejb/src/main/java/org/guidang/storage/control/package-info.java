// SPDX-License-Identifier: AGPL-3.0-only
/** Takes signed lists into the holdings, and keeps the index over them. */
package org.guidang.storage.control;
