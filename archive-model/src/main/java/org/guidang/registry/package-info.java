// SPDX-License-Identifier: AGPL-3.0-only
/**
 * Registration (归档登记): the archiving catalogue 归档目录清单 of the window (DB43/T 第6部分 6.7), and archival codes 档号 by
 * the rule of each fonds (DA/T 13-2022, DA/T 22). Knows packages and detection reports by their ids.
 */
package org.guidang.registry;
