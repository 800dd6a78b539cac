// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;

/** The last list number given within one window and year, so that windows never wait for each other. */
@Entity
@Table(name = "transfer_serial")
public class ListSerial {

    /** Window and year. */
    @Embeddable
    public record Key(
            @Column(name = "window_code") String window,
            @Column(name = "serial_year") int year) implements Serializable {}

    @EmbeddedId
    private Key key;

    @Column(name = "last_serial")
    private long last;

    protected ListSerial() {} // JPA

    public ListSerial(Key key) {
        this.key = key;
    }

    public long next() {
        return ++last;
    }
}
