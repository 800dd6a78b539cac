// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import java.io.Serializable;

/**
 * Why a package goes back (退回原因).
 *
 * @param code which kind of fault, from the list both sides know
 * @param text in words a clerk can act on, at least {@value #SHORTEST} characters
 * @param finding code of the detection item it rests on, such as "YJ-2-4"; empty when it rests on a person's eyes
 * @param file the file it is about; empty when it is about the whole package
 * @param place the field, page or line in the file; may be empty
 * @param expected what should be there; may be empty
 * @param found what is there; may be empty
 */
public record ReturnReason(
        ReasonCode code, String text, String finding, String file, String place, String expected, String found)
        implements Serializable {

    public static final int SHORTEST = 5;
    public static final int LONGEST = 1200;

    /** @throws ReturnReasonException when code or text is missing, or the text is too short or too long */
    public ReturnReason {
        text = stripped(text);
        finding = stripped(finding);
        file = stripped(file);
        place = stripped(place);
        expected = stripped(expected);
        found = stripped(found);
        if (code == null || text.isEmpty()) {
            throw ReturnReasonException.missing();
        }
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST) {
            throw ReturnReasonException.tooShort(length);
        }
        if (length > LONGEST) {
            throw ReturnReasonException.tooLong(length);
        }
    }

    public ReturnReason(ReasonCode code, String text) {
        this(code, text, "", "");
    }

    public ReturnReason(ReasonCode code, String text, String finding, String file) {
        this(code, text, finding, file, "", "", "");
    }

    private static String stripped(String text) {
        return text == null ? "" : text.strip();
    }
}
