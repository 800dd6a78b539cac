// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guidang.organization.Role;
import org.guidang.organization.control.CurrentActor;
import org.guidang.packaging.ArchivalPackage;
import org.guidang.packaging.PackageCriteria;
import org.guidang.packaging.PackageNumber;
import org.guidang.packaging.PackageRepository;
import org.guidang.packaging.PackageState;

/**
 * Which registered packages of the window go on a list (选包): all of an agency, those of a filter, or those whose
 * numbers were pasted or scanned.
 */
@Stateless
public class PackageChoices {

    /** The most numbers in one go; as many as a list may bear. */
    public static final int MOST = 10_000;

    @Inject
    PackageRepository packages;

    @Inject
    CurrentActor currentActor;

    /** Agencies with registered packages of the window, and how many each. */
    @RolesAllowed(Role.WINDOW_ARCHIVIST)
    public Map<String, Long> agencies() {
        return packages.countByAgency(registered(null, null));
    }

    /** Registered packages for an agency whose number, case or title contains the text, by number. */
    @RolesAllowed(Role.WINDOW_ARCHIVIST)
    public List<PackageRow> registeredFor(String agency, String text, int offset, int limit) {
        return packages.list(registered(agency, text), offset, limit).stream()
                .map(PackageRow::of)
                .toList();
    }

    /** How many {@link #registeredFor} would give without its limit. */
    @RolesAllowed(Role.WINDOW_ARCHIVIST)
    public long countRegisteredFor(String agency, String text) {
        return packages.count(registered(agency, text));
    }

    /** The numbers of all of them. */
    @RolesAllowed(Role.WINDOW_ARCHIVIST)
    public List<String> allRegisteredFor(String agency, String text) {
        return packages.numbers(registered(agency, text)).stream()
                .map(PackageNumber::value)
                .toList();
    }

    /**
     * Looks up what was pasted or scanned: numbers of packages or of cases, set apart by blanks, commas or lines; what
     * comes after number {@value #MOST} is not read.
     *
     * @param already numbers of packages chosen before, which count as given twice
     */
    @RolesAllowed(Role.WINDOW_ARCHIVIST)
    public PackageChoice find(String text, Set<String> already) {
        List<String> given = Arrays.stream((text == null ? "" : text).split("[\\s,;，；、]+"))
                .filter(number -> !number.isEmpty())
                .limit(MOST)
                .toList();
        String window = currentActor.get().organization();
        Map<String, ArchivalPackage> known = new HashMap<>();
        packages.current(new HashSet<>(given)).stream()
                .filter(pack -> pack.description().windowCode().equals(window))
                .forEach(pack -> {
                    known.put(pack.number().value(), pack);
                    known.put(pack.description().applicationNumber(), pack);
                });
        Set<String> seen = new HashSet<>(already);
        List<PackageRow> found = new ArrayList<>();
        List<String> twice = new ArrayList<>();
        Map<String, PackageState> unready = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        for (String number : given) {
            ArchivalPackage pack = known.get(number);
            if (!seen.add(pack == null ? number : pack.number().value())) {
                twice.add(number);
            } else if (pack == null) {
                unknown.add(number);
            } else if (pack.state() != PackageState.REGISTERED) {
                unready.put(number, pack.state());
            } else {
                found.add(PackageRow.of(pack));
            }
        }
        return new PackageChoice(given.size(), found, twice, unready, unknown);
    }

    private PackageCriteria registered(String agency, String text) {
        return PackageCriteria.in(PackageState.REGISTERED)
                .ofWindow(currentActor.get().organization())
                .destinedFor(agency)
                .containing(text);
    }
}
