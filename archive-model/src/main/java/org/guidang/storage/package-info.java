// SPDX-License-Identifier: AGPL-3.0-only
/**
 * Holdings of the agencies (接收入库, DB43/T 第6部分 6.10): one self-describing OCFL object per package, its archival code,
 * and the mapping 申报号, package, archival code, files, list. Learns from transfer by event and refers to everything by id.
 */
package org.guidang.storage;
