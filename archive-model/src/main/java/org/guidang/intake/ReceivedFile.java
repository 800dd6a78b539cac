// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake;

import java.io.Serializable;
import org.guidang.shared.Fixity;

/**
 * A file that passed the door and whose octets are kept.
 *
 * @param materialName 材料名称; null when not said
 * @param originalName as sent
 * @param safeName as it may be written
 * @param format short name by leading octets
 * @param issuing 唯一标识码 of its issuing, or null
 */
public record ReceivedFile(
        String materialName,
        String originalName,
        String safeName,
        Fixity fixity,
        String format,
        Source source,
        String issuing)
        implements Serializable {}
