// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.ofd;

/** One step of the verification of a seal or signature. Reports what it finds; never throws over a bad file. */
@FunctionalInterface
interface SealStep {

    void examine(SealCase seal);
}
