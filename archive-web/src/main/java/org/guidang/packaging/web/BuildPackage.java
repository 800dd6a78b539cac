// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.function.Supplier;
import org.guidang.intake.ApplicationNumber;
import org.guidang.packaging.PackageCriteria;
import org.guidang.packaging.PackageNumber;
import org.guidang.packaging.PackageVersion;
import org.guidang.packaging.boundary.PackageRow;
import org.guidang.packaging.boundary.Packages;
import org.guidang.shared.web.PageMessages;

/** Builds and fixes the package of an arranged case (封装固化) and leads to it. */
@Named
@RequestScoped
public class BuildPackage {

    private static final int FEW = 20;

    /** One click does not outlast the patience of a browser. */
    private static final int AT_ONCE = 100;

    @Inject
    Packages packages;

    @Inject
    PageMessages messages;

    /** The first version, or the next one when the case has a package already. */
    public String of(ApplicationNumber number) {
        PackageRow before = current(number.value());
        return before == null ? build(() -> packages.build(number)) : build(() -> packages.rebuild(before.number()));
    }

    /** The package of a case as it stands now; null when none was built. */
    public PackageRow current(String applicationNumber) {
        return packages.list(PackageCriteria.in().containing(applicationNumber), 0, FEW).stream()
                .filter(pack -> pack.description().applicationNumber().equals(applicationNumber))
                .findFirst()
                .orElse(null);
    }

    /** Builds the version that answers a return, or a failed detection. */
    public String again(String number) {
        return build(() -> packages.rebuild(new PackageNumber(number)));
    }

    /** How many arranged cases one click makes packages of. */
    public long getWaiting() {
        return Math.min(AT_ONCE, packages.countToBuild());
    }

    /** Builds the packages of the arranged cases that have none, each by itself, and leads to those to be tested. */
    public String all() {
        List<ApplicationNumber> waiting = packages.toBuild(AT_ONCE);
        long done = waiting.stream()
                .filter(each -> messages.attempt(() -> packages.build(each)))
                .count();
        messages.afterRedirect("package.built-all", waiting.size(), done, waiting.size() - done);
        return done > 0
                ? "/packaging/packages.xhtml?faces-redirect=true&queue=" + PackageQueue.TO_TEST
                : "/intake/cases.xhtml?faces-redirect=true&state=ARRANGED";
    }

    private String build(Supplier<PackageVersion> deed) {
        PackageVersion[] built = new PackageVersion[1];
        if (!messages.attempt(() -> built[0] = deed.get())) {
            return null;
        }
        messages.afterRedirect("package.built", built[0].packageNumber(), built[0].version());
        return "/packaging/package.xhtml?faces-redirect=true&number=" + built[0].packageNumber() + "&version="
                + built[0].version();
    }
}
