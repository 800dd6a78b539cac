// SPDX-License-Identifier: AGPL-3.0-only
/**
 * The detecting core: what a file is, whether it is whole and harmless, and the check items over a package. Plain Java; the
 * server, the command line and the tests run the same code. Knows the read view of a package, seals and evidence, and no
 * workflow (DA/T 70-2018).
 */
package org.guidang.detection.core;
