// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.ses;

/**
 * The picture of a seal that was verified, ready to be put on paper. Opaque: what was transparent is white, as paper is.
 *
 * @param width of the picture in dots
 * @param height of the picture in dots
 * @param rgb three octets a dot, row by row from the top
 * @param widthMillimetres on paper
 * @param heightMillimetres on paper
 */
public record DrawnSeal(int width, int height, byte[] rgb, int widthMillimetres, int heightMillimetres) {}
