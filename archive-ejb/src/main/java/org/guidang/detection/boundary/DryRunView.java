// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.boundary;

import java.io.Serializable;

/**
 * What a dry run says of octets that are only shown to us.
 *
 * @param examination the file by itself, whatever it is
 * @param report all items of the stage over it as a package; null where it is not even a zip
 */
public record DryRunView(FileView examination, DetectionView report) implements Serializable {}
