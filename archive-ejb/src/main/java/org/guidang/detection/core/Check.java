// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import java.io.IOException;
import org.guidang.detection.CheckItem;

/**
 * One method of checking, for any number of check items: what it looks at comes from the subject, how strictly from the
 * item's parameters. Finds everything, decides nothing about the package as a whole. Without state.
 */
public interface Check {

    /**
     * Called in a fence: what is thrown here becomes INDETERMINATE with a reason, never FAILED.
     *
     * @throws IOException when octets cannot be read
     */
    Verdict examine(Subject subject, CheckItem item) throws IOException;
}
