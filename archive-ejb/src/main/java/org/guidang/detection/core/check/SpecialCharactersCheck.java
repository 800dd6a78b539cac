// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.check;

import java.util.Set;
import org.guidang.detection.CheckItem;
import org.guidang.detection.core.Check;
import org.guidang.detection.core.CheckMethod;
import org.guidang.detection.core.Findings;
import org.guidang.detection.core.Subject;
import org.guidang.detection.core.Verdict;
import org.guidang.packaging.core.MetadataItem;

/**
 * Values hold no special characters (元数据项数据包含特殊字符): no controls but line breaks and tabs, no replacement
 * characters, no marks that change the direction of reading or cannot be seen, nothing from private areas. Characters beyond
 * the basic plane are names of people and places, and welcome.
 */
@CheckMethod("metadata-special-characters")
final class SpecialCharactersCheck implements Check {

    private static final Set<Integer> INVISIBLE =
            Set.of(0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0x00ad, 0x180e, 0x3164, 0xffa0);

    @Override
    public Verdict examine(Subject subject, CheckItem item) {
        Findings findings = new Findings(item);
        for (MetadataItem value : subject.pack().metadata().items()) {
            findings.examined();
            value.value()
                    .codePoints()
                    .filter(SpecialCharactersCheck::isSpecial)
                    .findFirst()
                    .ifPresent(codePoint -> findings.add(findings.failed("detection.metadata.special-character")
                            .in(value.file())
                            .at(value.place())
                            .expecting("", "U+%04X".formatted(codePoint))
                            .with(value.name())));
        }
        return findings.verdict();
    }

    private static boolean isSpecial(int codePoint) {
        boolean direction = codePoint >= 0x202a && codePoint <= 0x202e
                || codePoint >= 0x2066 && codePoint <= 0x2069
                || codePoint == 0x200e
                || codePoint == 0x200f;
        boolean control = Character.getType(codePoint) == Character.CONTROL
                && codePoint != '\n'
                && codePoint != '\r'
                && codePoint != '\t';
        int type = Character.getType(codePoint);
        boolean noCharacter = (codePoint & 0xfffe) == 0xfffe || codePoint >= 0xfdd0 && codePoint <= 0xfdef;
        return control
                || direction
                || noCharacter
                || codePoint == 0xfffd
                || type == Character.PRIVATE_USE
                || type == Character.SURROGATE
                || INVISIBLE.contains(codePoint);
    }
}
