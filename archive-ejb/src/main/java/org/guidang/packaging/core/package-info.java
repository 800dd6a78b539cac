// SPDX-License-Identifier: AGPL-3.0-only
/**
 * Building, reading and verifying packages without a server: plain Java, the same code in the server, in the command
 * line and in tests.
 */
package org.guidang.packaging.core;
