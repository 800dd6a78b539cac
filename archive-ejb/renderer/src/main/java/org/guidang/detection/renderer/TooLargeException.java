// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.renderer;

import java.io.IOException;

/** The page or a picture on it has more pixels than are drawn. */
final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
}
