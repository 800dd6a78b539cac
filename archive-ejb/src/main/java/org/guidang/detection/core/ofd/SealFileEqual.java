// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.ofd;

import java.util.Arrays;
import org.guidang.shared.Characteristic;

/**
 * The seal file Seal.esl is octet for octet the seal inside the signature: a reader draws the one and verifies the
 * other (GB/T 38540-2020 8).
 */
final class SealFileEqual implements SealStep {

    @Override
    public void examine(SealCase seal) {
        if (seal.sealed().isEmpty() || seal.file().seal().isEmpty()) {
            return;
        }
        String part = seal.file().seal().get();
        try {
            byte[] file = seal.pack().read(part, SealStructure.LARGEST);
            if (!Arrays.equals(file, seal.sealed().get().seal().encoded())) {
                seal.report().failed("seal.picture.exchanged", Characteristic.AUTHENTICITY, part, "", file.length);
            }
        } catch (UnreadableOfdException refused) {
            seal.report().failed(refused);
        }
    }
}
