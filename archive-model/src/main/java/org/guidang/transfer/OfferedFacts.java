// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import java.io.Serializable;
import org.guidang.shared.Fixity;

/**
 * What a list needs to know of a package version to offer it; copied once, so that the list says the same for ever.
 *
 * @param itemType 行政权力事项 or 公共服务事项
 * @param files number of files of the case in the package
 * @param contentOctets octets of these files
 * @param zip fixity of the package itself
 * @param opinion 检测意见 of the archiving detection, as printed: "归档检测合格"
 * @param report id of that detection report
 */
public record OfferedFacts(
        String packageNumber,
        int packageVersion,
        String applicationNumber,
        String title,
        String itemCode,
        String itemName,
        String itemType,
        String window,
        String agency,
        String retention,
        int files,
        long contentOctets,
        Fixity zip,
        String opinion,
        String report)
        implements Serializable {}
