// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All package versions. Works inside the caller's transaction. */
public interface PackageRepository {

    /** @throws PackageUnknownException when there is none */
    ArchivalPackage get(PackageVersion version);

    Optional<ArchivalPackage> find(PackageVersion version);

    /**
     * These versions, in a few questions however many they are.
     *
     * @throws PackageUnknownException when there is none of one of them
     */
    default Map<PackageVersion, ArchivalPackage> all(Collection<PackageVersion> versions) {
        Map<PackageVersion, ArchivalPackage> found = new LinkedHashMap<>();
        versions.forEach(version -> found.put(version, get(version)));
        return found;
    }

    /** The highest version of a package. */
    Optional<ArchivalPackage> latest(PackageNumber number);

    /** The highest version of each of these packages that there is, in a few questions however many they are. */
    default Map<PackageNumber, ArchivalPackage> latest(Collection<PackageNumber> numbers) {
        Map<PackageNumber, ArchivalPackage> found = new LinkedHashMap<>();
        numbers.forEach(number -> latest(number).ifPresent(pack -> found.put(number, pack)));
        return found;
    }

    /** All versions, first to last. */
    List<ArchivalPackage> versions(PackageNumber number);

    /** The highest version of the package made of a case. */
    Optional<ArchivalPackage> latestOf(String applicationNumber);

    /** By number and version, ascending; {@code limit} at most 1000. */
    List<ArchivalPackage> list(PackageCriteria criteria, int offset, int limit);

    long count(PackageCriteria criteria);

    /** How many of them are for each agency; only agencies with any. */
    Map<String, Long> countByAgency(PackageCriteria criteria);

    /** The numbers of all of them, ascending. */
    List<PackageNumber> numbers(PackageCriteria criteria);

    /** The versions no later one answers, of these packages or of these cases (统一申报号); unknown ones are left out. */
    List<ArchivalPackage> current(Collection<String> packagesOrCases);

    /** Numbers of arranged cases of the window that no package was ever made of, those closed longest ago first. */
    List<String> casesToPack(String window, int limit);

    /** How many {@link #casesToPack} would give without its limit. */
    long countCasesToPack(String window);

    /** Versions without time-stamp that still go somewhere, longest waiting first. */
    List<ArchivalPackage> waitingForTime(int limit);

    void add(ArchivalPackage pack);

    /**
     * The number under which the packages of this case go. The first call takes the next serial of window and year,
     * every later one answers the same, so that a build that failed leaves no hole in the numbers.
     */
    PackageNumber numberFor(String applicationNumber, String window, int year, Instant now);
}
