// SPDX-License-Identifier: AGPL-3.0-only
/**
 * Reading what a data-sharing platform sends: issuing records (浙档发〔2019〕16号 附录 A) and certificates without layout
 * (附录 B). Strict, bounded, with all findings at once; plain Java, so that the server, the command line and the tests
 * run the same code.
 */
package org.guidang.issuing.core;
