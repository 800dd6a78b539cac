// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.ofd;

import java.io.IOException;
import java.io.InputStream;
import org.guidang.detection.core.ActiveContent;
import org.guidang.shared.Characteristic;

/** One attachment (GB/T 33190-2016 17): named to the reader; a program in disguise fails the document. */
final class OfdAttachment {

    private OfdAttachment() {}

    static void inspect(OfdParts parts, String name) {
        byte[] head;
        try (InputStream in = parts.pack().open(name)) {
            head = in.readNBytes(ActiveContent.HEAD);
        } catch (IOException | RuntimeException refused) {
            parts.report().failed(OfdPackage.unreadable(name, refused));
            return;
        } catch (UnreadableOfdException refused) {
            parts.report().failed(refused);
            return;
        }
        ActiveContent.kindOf(name, head)
                .ifPresentOrElse(
                        kind -> parts.report()
                                .failed("ofd.attachment.program", Characteristic.SECURITY, name, "", kind),
                        () -> parts.report().note("ofd.attachment.present", Characteristic.INTEGRITY, name, name));
    }
}
