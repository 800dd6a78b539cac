// SPDX-License-Identifier: AGPL-3.0-only
/**
 * Agencies, service windows, people and their roles. Follows the duties of DB43/T 第6部分 4 and 浙档发〔2019〕16号 4.3.
 * It knows only the shared words.
 */
package org.guidang.organization;
