// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.boundary;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.guidang.packaging.PackageState;

/**
 * What pasted or scanned numbers lead to. Each number given is counted once, in one of the four parts, so that they add
 * up.
 *
 * @param given how many numbers there were
 * @param found packages that can go on a list, once each, in the order given
 * @param twice numbers given before, or that lead to a package found before
 * @param unready numbers of packages that cannot, and where each stands
 * @param unknown numbers nothing of the window bears
 */
public record PackageChoice(
        int given, List<PackageRow> found, List<String> twice, Map<String, PackageState> unready, List<String> unknown)
        implements Serializable {}
