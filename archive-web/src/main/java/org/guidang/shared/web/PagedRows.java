// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.web;

import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/**
 * A table that asks the boundary for the page it shows and never for more. Filters belong to the page's own form and
 * address, not to the columns, so that a link leads to the same list.
 */
public class PagedRows<T> extends LazyDataModel<T> {

    /** How far the boundaries count. */
    static final int COUNTED = 10_000;

    /** The boundary's list method with the page's filter in it. */
    @FunctionalInterface
    public interface Source<T> {
        List<T> page(int offset, int limit);
    }

    private final transient Source<T> source;
    private final transient LongSupplier counting;

    public PagedRows(Source<T> source, LongSupplier counting) {
        this.source = source;
        this.counting = counting;
    }

    @Override
    public int count(Map<String, FilterMeta> filterBy) {
        return (int) Math.min(Integer.MAX_VALUE, counting.getAsLong());
    }

    @Override
    public List<T> load(int first, int pageSize, Map<String, SortMeta> sortBy, Map<String, FilterMeta> filterBy) {
        return source.page(first, pageSize);
    }

    /** Key of the words under the table; they do not give a number that was not counted to its end. */
    public String getReport() {
        return getRowCount() > COUNTED ? "page.report.more" : "page.report";
    }

    /** The position, since rows are read, never selected through the table. */
    @Override
    public String getRowKey(T row) {
        List<T> shown = getWrappedData();
        return IntStream.range(0, shown.size())
                .filter(at -> shown.get(at) == row)
                .mapToObj(String::valueOf)
                .findFirst()
                .orElse(null);
    }
}
