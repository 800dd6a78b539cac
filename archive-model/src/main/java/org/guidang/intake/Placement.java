// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake;

/**
 * Where one file goes in the package.
 *
 * @param fileId of the case file
 * @param materialName the material it was found to stand for
 * @param folder components joined by "/"
 * @param safeName distinct in the folder
 */
public record Placement(String fileId, String materialName, String folder, String safeName) {}
