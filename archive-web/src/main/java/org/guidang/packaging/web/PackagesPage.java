// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.guidang.packaging.PackageCriteria;
import org.guidang.packaging.boundary.PackageRow;
import org.guidang.packaging.boundary.Packages;
import org.guidang.shared.web.PagedRows;

/** One queue of packages, filtered; the address says which. */
@Named
@ViewScoped
public class PackagesPage implements Serializable {

    private static final int PAGE = 20;

    @Inject
    Packages packages;

    private PackageQueue queue = PackageQueue.ALL;
    private String text;
    private transient PagedRows<PackageRow> rows;

    public PagedRows<PackageRow> getRows() {
        if (rows == null) {
            rows = new PagedRows<>(
                    (offset, limit) -> packages.list(criteria(), offset, limit), () -> packages.count(criteria()));
        }
        return rows;
    }

    /** How many the queue holds; the table itself counts only when it is drawn, after the buttons above it. */
    public long getCount() {
        return packages.count(criteria());
    }

    /** What the table shows now, or its first page when it was not drawn since the server forgot. */
    public List<PackageRow> getShown() {
        List<PackageRow> drawn = getRows().getWrappedData();
        return drawn == null ? packages.list(criteria(), 0, PAGE) : drawn;
    }

    PackageCriteria criteria() {
        return text == null || text.isBlank()
                ? queue.criteria()
                : queue.criteria().containing(text.strip());
    }

    public PackageQueue[] getQueues() {
        return PackageQueue.values();
    }

    public PackageQueue getQueue() {
        return queue;
    }

    /** Anything that is no queue leads to all. */
    public void setQueue(PackageQueue queue) {
        this.queue = queue == null ? PackageQueue.ALL : queue;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
