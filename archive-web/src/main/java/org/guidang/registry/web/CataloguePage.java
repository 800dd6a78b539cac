// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.registry.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guidang.packaging.PackageCriteria;
import org.guidang.packaging.PackageNumber;
import org.guidang.packaging.PackageState;
import org.guidang.packaging.boundary.PackageRow;
import org.guidang.packaging.boundary.Packages;
import org.guidang.registry.RegisterCriteria;
import org.guidang.registry.boundary.RegisterRow;
import org.guidang.registry.boundary.Registers;
import org.guidang.shared.web.Download;
import org.guidang.shared.web.PageMessages;
import org.guidang.shared.web.PagedRows;

/** Registering tested packages, and the catalogue they make. */
@Named
@ViewScoped
public class CataloguePage implements Serializable {

    /** As many as are registered in one go; the rest come up next. */
    private static final int BATCH = 100;

    @Inject
    Registers registers;

    @Inject
    Packages packages;

    @Inject
    PageMessages messages;

    private String text;
    private List<PackageRow> waiting;
    private final Map<String, Boolean> chosen = new HashMap<>();
    private transient PagedRows<RegisterRow> rows;

    public static PackageCriteria toRegister() {
        return PackageCriteria.in(PackageState.DETECTED).passed(true);
    }

    public PagedRows<RegisterRow> getRows() {
        if (rows == null) {
            rows = new PagedRows<>(
                    (offset, limit) -> registers.list(criteria(), offset, limit), () -> registers.count(criteria()));
        }
        return rows;
    }

    public List<PackageRow> getWaiting() {
        if (waiting == null) {
            waiting = packages.list(toRegister(), 0, BATCH);
        }
        return waiting;
    }

    public long getWaitingInAll() {
        return packages.count(toRegister());
    }

    /** Registers those chosen, one by one; a refused one spoils no other, and the numbers told add up. */
    public String register() {
        List<String> numbers = chosen.entrySet().stream()
                .filter(each -> Boolean.TRUE.equals(each.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return registered(numbers);
    }

    /** Registers all that wait, as many as one go takes. */
    public String registerAll() {
        return registered(packages.list(toRegister(), 0, BATCH).stream()
                .map(pack -> pack.number().value())
                .toList());
    }

    private String registered(List<String> numbers) {
        if (numbers.isEmpty()) {
            messages.warn("choose.none");
            return null;
        }
        long done = numbers.stream()
                .filter(number -> messages.attempt(() -> registers.register(new PackageNumber(number))))
                .count();
        messages.afterRedirect("catalogue.registered", numbers.size(), done, numbers.size() - done);
        return "/registry/catalogue.xhtml?faces-redirect=true";
    }

    /** Sends the catalogue, as filtered, as CSV. */
    public void csv() {
        Download.save("归档目录清单.csv", "text/csv;charset=UTF-8", out -> registers.writeCsv(criteria(), out));
    }

    /** Shows the catalogue, as filtered, as it prints. */
    public void pdf() {
        Download.save("归档目录清单.pdf", "application/pdf", out -> registers.writePdf(criteria(), out));
    }

    private RegisterCriteria criteria() {
        RegisterCriteria mine = RegisterCriteria.ofWindow(null);
        return text == null || text.isBlank() ? mine : mine.containing(text.strip());
    }

    public Map<String, Boolean> getChosen() {
        return chosen;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
