// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;

/**
 * A list number as it was given out. Written with the list in one transaction, so that no number is without a list and no
 * list without a number; a list that was withdrawn keeps its own, which is how a gap in the binder is explained.
 */
@Entity
@Table(name = "list_number")
public class IssuedNumber {

    /** Its place in the series of window and year, from 1 on. */
    @Embeddable
    public record Place(
            @Column(name = "window_code") String window,
            @Column(name = "serial_year") int year,
            @Column(name = "serial") long serial)
            implements Serializable {}

    @EmbeddedId
    private Place place;

    @Column(name = "list_number")
    private String list;

    protected IssuedNumber() {} // JPA

    public IssuedNumber(Place place, TransferListNumber list) {
        this.place = place;
        this.list = list.value();
    }

    public Place place() {
        return place;
    }

    public TransferListNumber list() {
        return new TransferListNumber(list);
    }
}
