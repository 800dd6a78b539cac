// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.ses;

/**
 * The picture of a seal (印章图像). Draw it only from a seal that was verified; it is untrusted image data even then.
 *
 * @param type as written: "PNG", "GIF", "OFD", "SVG"
 * @param widthMillimetres as written
 * @param heightMillimetres as written
 */
public record SealPicture(String type, byte[] data, int widthMillimetres, int heightMillimetres) {

    static SealPicture read(DerElement picture) throws MalformedSealException {
        var parts = picture.sequence(4, 4);
        return new SealPicture(
                parts.get(0).text(),
                parts.get(1).octetString(),
                parts.get(2).number(),
                parts.get(3).number());
    }
}
