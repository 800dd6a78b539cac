// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import com.itextpdf.io.image.ImageDataFactory;
import com.itextpdf.layout.element.Image;
import org.guidang.seal.core.ses.DrawnSeal;
import org.guidang.shared.core.OfficePaper;

/**
 * The picture of a party's seal on paper, in its own size, in a place where nothing else stands. It is no part of what is
 * signed: 法律效力以数字签名为准, as every list and receipt says.
 */
final class SealDrawing {

    private SealDrawing() {}

    /** Opaque dots in RGB without a mask, as every edition of PDF/A takes them. */
    static Image of(DrawnSeal seal) {
        return new Image(ImageDataFactory.create(seal.width(), seal.height(), 3, 8, seal.rgb(), null))
                .scaleAbsolute(seal.widthMillimetres() * OfficePaper.MM, seal.heightMillimetres() * OfficePaper.MM);
    }
}
