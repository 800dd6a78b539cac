// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guidang.packaging.PackageNumber;
import org.guidang.packaging.PackageState;
import org.guidang.packaging.boundary.PackageRow;
import org.guidang.packaging.boundary.Packages;
import org.guidang.shared.web.PagedRows;
import org.guidang.transfer.boundary.OfferedPackageRow;
import org.guidang.transfer.boundary.TransferQueues;

/** Packages sent back: every reason, the rounds so far, and the next step of the correction. */
@Named
@ViewScoped
public class ReturnedPage implements Serializable {

    @Inject
    TransferQueues queues;

    @Inject
    Packages packages;

    private transient PagedRows<OfferedPackageRow> rows;
    private transient Map<String, PackageRow> latest;
    private transient Map<String, List<OfferedPackageRow>> rounds;

    public PagedRows<OfferedPackageRow> getRows() {
        if (rows == null) {
            rows = new PagedRows<>(queues::returned, queues::countReturned);
        }
        return rows;
    }

    /** The newest version of the package, which may already be the answer. */
    public PackageRow latest(String number) {
        if (latest == null) {
            latest = new HashMap<>();
        }
        return latest.computeIfAbsent(number, each -> packages.latest(new PackageNumber(each)));
    }

    public List<OfferedPackageRow> rounds(String number) {
        if (rounds == null) {
            rounds = new HashMap<>();
        }
        return rounds.computeIfAbsent(number, queues::roundsOf);
    }

    /** Whether a corrected version is registered and can go out again. */
    public boolean isReady(OfferedPackageRow returned) {
        PackageRow now = latest(returned.packageNumber());
        return now.version() > returned.packageVersion() && now.state() == PackageState.REGISTERED;
    }

    /** Whether nobody has built the next version yet. */
    public boolean isUnanswered(OfferedPackageRow returned) {
        return latest(returned.packageNumber()).version() == returned.packageVersion();
    }
}
