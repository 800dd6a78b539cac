// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Year;
import java.util.List;
import java.util.stream.IntStream;
import org.guidang.organization.Role;
import org.guidang.organization.boundary.OrganizationView;
import org.guidang.organization.boundary.Organizations;
import org.guidang.organization.web.SignedIn;
import org.guidang.shared.web.Days;
import org.guidang.shared.web.PageMessages;
import org.guidang.transfer.boundary.ListNumbering;
import org.guidang.transfer.boundary.ListNumbersOfYear;

/**
 * Numbers of transfer lists: the window sees those of a year, with what became of each; the administrator sets by what
 * rule a window numbers its lists, and sees the next number before it counts.
 */
@Named
@ViewScoped
public class ListNumbersPage implements Serializable {

    private static final int ROWS = 200;
    private static final int YEARS = 5;

    @Inject
    ListNumbering numbering;

    @Inject
    Organizations organizations;

    @Inject
    SignedIn signedIn;

    @Inject
    PageMessages messages;

    private int year = Year.now(Days.ZONE).getValue();
    private long after;
    private String window;
    private String pattern;
    private String next;
    private ListNumbersOfYear numbers;

    public void load() {
        if (isForAdmin()) {
            if (window == null) {
                window = getWindows().stream()
                        .map(OrganizationView::code)
                        .findFirst()
                        .orElse(null);
            }
            pattern = numbering.patternOf(window);
            next = numbering.preview(window, pattern);
        } else {
            numbers = numbering.of(year, after, ROWS);
        }
    }

    public void preview() {
        next = null;
        messages.attempt(() -> next = numbering.preview(window, pattern));
    }

    public void save() {
        next = null;
        if (messages.attempt(() -> pattern = numbering.setPattern(window, pattern))) {
            next = numbering.preview(window, pattern);
            messages.done("numbers.saved", next);
        }
    }

    public boolean isForAdmin() {
        return signedIn.has(Role.SYSTEM_ADMIN);
    }

    public List<OrganizationView> getWindows() {
        return organizations.windows();
    }

    /** Serial the next page begins after; 0 when there is none. */
    public long getNextPage() {
        List<ListNumbersOfYear.Row> rows = numbers.rows();
        return rows.size() < ROWS ? 0 : rows.get(rows.size() - 1).serial();
    }

    public List<Integer> getYears() {
        int now = Year.now(Days.ZONE).getValue();
        return IntStream.range(0, YEARS).mapToObj(back -> now - back).toList();
    }

    public ListNumbersOfYear getNumbers() {
        return numbers;
    }

    /** The number the next list would get; null when the pattern is no rule. */
    public String getNext() {
        return next;
    }

    public int getYear() {
        return year;
    }

    public void setYear(int year) {
        this.year = year;
    }

    public long getAfter() {
        return after;
    }

    public void setAfter(long after) {
        this.after = after;
    }

    public String getWindow() {
        return window;
    }

    public void setWindow(String window) {
        this.window = window;
    }

    public String getPattern() {
        return pattern;
    }

    public void setPattern(String pattern) {
        this.pattern = pattern;
    }
}
