// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The work of the person who is signed in: menu and queues. Each number is counted once per request, by the query of the
 * list behind it, so that the badge and the list never disagree within a page.
 */
@Named
@RequestScoped
public class Desk {

    /** An entry with its number as it stands now. */
    public record Line(String title, String icon, String page, boolean urgent, boolean queue, long count) {

        /** The number, as far as it is counted. */
        public String shown() {
            return count > PagedRows.COUNTED ? PagedRows.COUNTED + "+" : String.valueOf(count);
        }
    }

    @Inject
    @Any
    Instance<DeskSource> sources;

    private List<Line> lines;

    public List<Line> getMenu() {
        if (lines == null) {
            HttpServletRequest request = (HttpServletRequest)
                    FacesContext.getCurrentInstance().getExternalContext().getRequest();
            lines = sources.stream()
                    .flatMap(source -> source.entries().stream())
                    .filter(entry -> entry.roles().stream().anyMatch(request::isUserInRole))
                    .sorted(Comparator.comparingInt(DeskEntry::order))
                    .map(Desk::count)
                    .toList();
        }
        return lines;
    }

    public List<Line> getQueues() {
        return getMenu().stream().filter(Line::queue).toList();
    }

    public long getTotal() {
        return getQueues().stream().mapToLong(Line::count).sum();
    }

    /** Whether the page shown now is this entry's: the same page, and every parameter of the entry the same. */
    public boolean at(Line line) {
        FacesContext faces = FacesContext.getCurrentInstance();
        String[] parts = line.page().split("\\?", 2);
        if (!parts[0].equals(faces.getViewRoot().getViewId())) {
            return false;
        }
        Map<String, String> asked = faces.getExternalContext().getRequestParameterMap();
        return parts.length == 1
                || Arrays.stream(parts[1].split("&")).allMatch(parameter -> {
                    String[] pair = parameter.split("=", 2);
                    return pair[1].equals(asked.get(pair[0]));
                });
    }

    private static Line count(DeskEntry entry) {
        boolean queue = entry.counting() != null;
        return new Line(
                entry.title(),
                entry.icon(),
                entry.page(),
                entry.urgent(),
                queue,
                queue ? entry.counting().getAsLong() : 0);
    }
}
