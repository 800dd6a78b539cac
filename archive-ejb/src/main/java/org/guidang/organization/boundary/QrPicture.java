// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization.boundary;

import org.guidang.organization.core.QrPath;

/**
 * A QR code for an SVG element of a page.
 *
 * @param side of the view box
 * @param path of the dark modules
 */
public record QrPicture(int side, String path) {

    static QrPicture of(String text) {
        QrPath drawn = QrPath.of(text);
        return new QrPicture(drawn.side(), drawn.path());
    }
}
