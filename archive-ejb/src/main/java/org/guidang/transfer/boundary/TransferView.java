// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.boundary;

import java.io.Serializable;
import java.util.List;
import org.guidang.transfer.A1Row;
import org.guidang.transfer.ListAct;
import org.guidang.transfer.Signed;

/**
 * One transfer list as both parties see it, without its packages, which are asked for by page.
 *
 * @param rows table A.1 of the version that stands now
 * @param current what is to be signed; null for a draft
 * @param versions all fixed versions, first to last
 * @param signatures of either party, in the order they were given
 * @param history what happened, first to last
 */
public record TransferView(
        TransferRow row,
        List<A1Row> rows,
        VersionView current,
        List<VersionView> versions,
        List<Signed> signatures,
        List<ListAct> history)
        implements Serializable {}
