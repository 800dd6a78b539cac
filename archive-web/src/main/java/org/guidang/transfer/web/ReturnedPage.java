// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
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
    private transient Map<PackageNumber, PackageRow> latest;
    private transient Map<String, List<OfferedPackageRow>> rounds;

    public PagedRows<OfferedPackageRow> getRows() {
        if (rows == null) {
            rows = new PagedRows<>(this::page, queues::countReturned);
        }
        return rows;
    }

    /** What stands beside the rows is asked for once for all of them. */
    private List<OfferedPackageRow> page(int offset, int limit) {
        List<OfferedPackageRow> shown = queues.returned(offset, limit);
        List<String> numbers =
                shown.stream().map(OfferedPackageRow::packageNumber).toList();
        latest = packages.latest(numbers.stream().map(PackageNumber::new).toList());
        rounds = queues.roundsOf(numbers);
        return shown;
    }

    /** The newest version of the package, which may already be the answer. */
    public PackageRow latest(String number) {
        PackageNumber wanted = new PackageNumber(number);
        return latest == null || !latest.containsKey(wanted) ? packages.latest(wanted) : latest.get(wanted);
    }

    public List<OfferedPackageRow> rounds(String number) {
        return rounds == null || !rounds.containsKey(number) ? queues.roundsOf(number) : rounds.get(number);
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
