// SPDX-License-Identifier: AGPL-3.0-only
/** The archiving catalogue (归档目录清单) on the window archivist's desk. */
package org.guidang.registry.web;
