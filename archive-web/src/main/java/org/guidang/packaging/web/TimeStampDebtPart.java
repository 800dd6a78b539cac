// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.guidang.packaging.boundary.Packages;

/** 待补时间戳 of the whole installation, for the administrator. */
@Named
@RequestScoped
public class TimeStampDebtPart {

    @Inject
    Packages packages;

    private Packages.TimeStampDebt debt;

    public Packages.TimeStampDebt getDebt() {
        if (debt == null) {
            debt = packages.timeStampDebt();
        }
        return debt;
    }
}
