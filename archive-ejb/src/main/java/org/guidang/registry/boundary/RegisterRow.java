// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.registry.boundary;

import java.io.Serializable;
import java.time.Instant;
import org.guidang.catalog.RetentionPeriod;
import org.guidang.registry.RegisterEntry;

/**
 * A row of the archiving catalogue.
 *
 * @param files of the case in the package
 * @param octets of these files
 * @param sm3 digest of the package, hexadecimal
 * @param report id of the archiving detection report
 */
public record RegisterRow(
        String packageNumber,
        int packageVersion,
        String applicationNumber,
        String title,
        String itemCode,
        String itemName,
        String itemType,
        String window,
        String agency,
        RetentionPeriod retention,
        int closedYear,
        int files,
        long octets,
        String sm3,
        String report,
        String registeredBy,
        Instant registeredAt)
        implements Serializable {

    static RegisterRow of(RegisterEntry entry) {
        return new RegisterRow(
                entry.id().packageNumber(),
                entry.id().version(),
                entry.applicationNumber(),
                entry.title(),
                entry.itemCode(),
                entry.itemName(),
                entry.itemType(),
                entry.window(),
                entry.agency(),
                entry.retention(),
                entry.closedYear(),
                entry.files(),
                entry.contentOctets(),
                entry.zip().sm3(),
                entry.report(),
                entry.registeredBy(),
                entry.registeredAt());
    }
}
