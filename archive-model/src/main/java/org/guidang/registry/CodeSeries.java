// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The last item number given in one series of archival codes. */
@Entity
@Table(name = "archival_code_serial")
public class CodeSeries {

    @Id
    @Column(name = "series")
    private String series;

    @Column(name = "last_serial")
    private long last;

    protected CodeSeries() {} // JPA

    public CodeSeries(String series) {
        this.series = series;
    }

    public long next() {
        return ++last;
    }
}
