// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;

/**
 * The head of one row of table A.1: the packages of one service item on one list are one batch (批次). Its number is the
 * list's with the ordinal, so it is unique and leads back to its packages; ordinals of rows that emptied are not reused.
 */
@Entity
@Table(name = "transfer_row")
public class BatchRow {

    public static final int LONGEST_REMARK = 500;

    /** A row belongs to its list for ever. */
    @Embeddable
    public record Key(
            @Column(name = "list_number") String list,
            @Column(name = "ordinal") int ordinal) implements Serializable {}

    @EmbeddedId
    private Key key;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "list_number", insertable = false, updatable = false)
    private TransferList list;

    @Column(name = "item_code")
    private String itemCode;

    @Column(name = "item_name")
    private String itemName;

    @Column(name = "item_type")
    private String itemType;

    @Column(name = "remark")
    private String remark = "";

    protected BatchRow() {} // JPA

    BatchRow(TransferList list, int ordinal, OfferedFacts first) {
        this.key = new Key(list.number().value(), ordinal);
        this.list = list;
        this.itemCode = first.itemCode();
        this.itemName = first.itemName();
        this.itemType = first.itemType();
    }

    boolean takes(OfferedFacts facts) {
        return itemCode.equals(facts.itemCode())
                && itemName.equals(facts.itemName())
                && itemType.equals(facts.itemType());
    }

    void remark(String text) {
        remark = text == null ? "" : text;
    }

    int ordinal() {
        return key.ordinal();
    }

    /** 批次编号, as in {@code WZ-2026-0012-01}. */
    public String batch() {
        return batch(key.list(), key.ordinal());
    }

    static String batch(String list, int ordinal) {
        return "%s-%02d".formatted(list, ordinal);
    }

    /** The row a batch number names; 0, which no row has, when it names none. */
    public static int ordinalOf(String batch) {
        String digits = batch.substring(batch.lastIndexOf('-') + 1);
        return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : 0;
    }

    public String itemCode() {
        return itemCode;
    }

    public String itemName() {
        return itemName;
    }

    public String itemType() {
        return itemType;
    }

    /** 备注, as typed. */
    public String remark() {
        return remark == null ? "" : remark;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BatchRow that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
