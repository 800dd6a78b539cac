// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.guidang.shared.web.PagedRows;
import org.guidang.transfer.boundary.DoubtRow;
import org.guidang.transfer.boundary.Doubts;

/** 请我看的: packages colleagues are not sure of and ask the caller about. */
@Named
@ViewScoped
public class AskedPage implements Serializable {

    @Inject
    Doubts doubts;

    private transient PagedRows<DoubtRow> rows;

    public PagedRows<DoubtRow> getRows() {
        if (rows == null) {
            rows = new PagedRows<>(doubts::askedOfMe, doubts::countAskedOfMe);
        }
        return rows;
    }
}
