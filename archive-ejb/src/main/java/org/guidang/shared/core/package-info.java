// SPDX-License-Identifier: AGPL-3.0-only
/** Measuring and keeping octets, and the fonts of what is printed; plain Java, so that the server, the command line and the tests run the same code. */
package org.guidang.shared.core;
