// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.audit.boundary;

import java.io.Serializable;
import java.util.List;
import org.guidang.shared.Finding;

/**
 * What a check of one chain came to; sound when nothing was found. The head is what an outsider writes down to see later
 * that the chain was not cut back.
 */
public record ChainVerdict(String organization, long length, String headHash, List<Finding> findings)
        implements Serializable {}
