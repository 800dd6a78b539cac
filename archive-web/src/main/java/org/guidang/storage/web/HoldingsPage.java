// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.storage.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.guidang.organization.Role;
import org.guidang.organization.web.SignedIn;
import org.guidang.shared.Finding;
import org.guidang.shared.web.PageMessages;
import org.guidang.shared.web.PagedRows;
import org.guidang.storage.HoldingCriteria;
import org.guidang.storage.boundary.HoldingRow;
import org.guidang.storage.boundary.Holdings;

/** The agency's holdings by archival code, or what an id of any kind leads to; and what does not belong together. */
@Named
@ViewScoped
public class HoldingsPage implements Serializable {

    private static final HoldingCriteria ALL = new HoldingCriteria(null, null, null);

    @Inject
    Holdings holdings;

    @Inject
    PageMessages messages;

    @Inject
    SignedIn signedIn;

    private String id;
    private List<HoldingRow> found;
    private transient PagedRows<HoldingRow> rows;

    public PagedRows<HoldingRow> getRows() {
        if (rows == null) {
            rows = new PagedRows<>((offset, limit) -> holdings.list(ALL, offset, limit), () -> holdings.count(ALL));
        }
        return rows;
    }

    public boolean isSearching() {
        return id != null && !id.isBlank();
    }

    public List<HoldingRow> getFound() {
        if (found == null) {
            found = holdings.find(id);
        }
        return found;
    }

    /** Looks for rows without objects and objects without rows; there should be none. */
    public void checkOrphans() {
        List<Finding> orphans = holdings.orphans();
        if (orphans.isEmpty()) {
            messages.done("holdings.no-orphans");
        } else {
            messages.refuse("holdings.orphans", orphans.size());
            messages.show(orphans);
        }
    }

    public boolean isKeeper() {
        return signedIn.has(Role.AGENCY_ARCHIVIST);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
