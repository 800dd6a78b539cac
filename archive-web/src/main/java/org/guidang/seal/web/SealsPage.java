// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.guidang.seal.boundary.SealObjectRow;
import org.guidang.seal.boundary.SealState;
import org.guidang.seal.core.ExpiringKey;

/** Keys that run out, the seals of organizations, and how the time-stamp authorities answer. */
@Named
@RequestScoped
public class SealsPage {

    @Inject
    SealState seals;

    private List<ExpiringKey> keys;
    private List<SealObjectRow> objects;
    private SealState.Authorities authorities;

    public List<ExpiringKey> getKeys() {
        if (keys == null) {
            keys = seals.expiringKeys();
        }
        return keys;
    }

    public List<SealObjectRow> getObjects() {
        if (objects == null) {
            objects = seals.seals();
        }
        return objects;
    }

    public SealState.Authorities getAuthorities() {
        if (authorities == null) {
            authorities = seals.authorities();
        }
        return authorities;
    }
}
