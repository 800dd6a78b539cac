// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.guidang.packaging.ArchivalPackage;
import org.guidang.packaging.PackageRepository;
import org.guidang.packaging.PackageVersion;
import org.guidang.seal.control.SealSettings;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.transfer.OfferedPackage;
import org.guidang.transfer.TimeStampsOwedException;
import org.guidang.transfer.TransferList;

/**
 * What the installation demands of time-stamps when a list is submitted or signed: all of them ({@code block}), or that
 * those missing are marked and come later ({@code flag}).
 */
@ApplicationScoped
public class SignOffTime {

    @Inject
    PackageRepository packages;

    @Inject
    SealSettings settings;

    /** True when nobody signs without the time-stamp of the signature. */
    public boolean isRequired() {
        return settings.signOffNeedsTime();
    }

    /**
     * How many of these packages wait for their time-stamp; by the strict policy none does.
     *
     * @throws TimeStampsOwedException naming every one that waits, where the policy blocks
     */
    public int owed(TransferList list, List<OfferedPackage> offered) {
        List<Finding> waiting = new ArrayList<>();
        List<PackageVersion> versions = offered.stream()
                .map(each -> new PackageVersion(each.packageNumber(), each.packageVersion()))
                .toList();
        for (ArchivalPackage pack : packages.all(versions).values()) {
            if (pack.timeStampPending()) {
                waiting.add(Finding.failed(
                                "transfer.package.time-stamp-pending",
                                Characteristic.AUTHENTICITY,
                                "transfer.package.time-stamp-pending")
                        .in(pack.number().value())
                        .expecting("RFC 3161", pack.fixedAt()));
            }
        }
        if (!waiting.isEmpty() && isRequired()) {
            throw new TimeStampsOwedException(list.number().value(), waiting);
        }
        return waiting.size();
    }
}
