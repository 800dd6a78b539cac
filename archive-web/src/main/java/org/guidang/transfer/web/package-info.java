// SPDX-License-Identifier: AGPL-3.0-only
/**
 * Handing over on pages: the window archivist's lists and wizard, the reviewer's inbox and split screen, and the signing
 * page of both parties (DB43/T 第6部分 6.8 to 6.10).
 */
package org.guidang.transfer.web;
