// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.guidang.intake.ApplicationNumber;
import org.guidang.intake.control.CaseReturns;
import org.guidang.packaging.ArchivalPackage;
import org.guidang.packaging.PackageDescription;
import org.guidang.packaging.PackageNumber;
import org.guidang.packaging.PackageRepository;
import org.guidang.packaging.PackageState;
import org.guidang.packaging.PackageUnknownException;
import org.guidang.packaging.PackageVersion;
import org.guidang.registry.RegisterEntry;
import org.guidang.registry.RegisterRepository;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.transfer.ListAct;
import org.guidang.transfer.OfferedFacts;
import org.guidang.transfer.OfferedPackage;
import org.guidang.transfer.PackagesRefusedException;
import org.guidang.transfer.TransferList;
import org.guidang.transfer.TransferListNumber;
import org.guidang.transfer.TransferListRepository;

/** Moves packages along with the list they are on: chosen, offered, withdrawn, returned, accepted. */
@ApplicationScoped
public class Offering {

    @Inject
    PackageRepository packages;

    @Inject
    RegisterRepository register;

    @Inject
    TransferListRepository lists;

    @Inject
    CaseReturns cases;

    /**
     * These packages by the agency each is for, which comes from its service item.
     *
     * @throws PackagesRefusedException naming every package that is unknown to the window
     */
    public SortedMap<String, List<String>> byAgency(String window, Collection<String> numbers) {
        Map<String, String> agencies = new HashMap<>();
        packages.current(numbers).stream()
                .filter(pack -> pack.description().windowCode().equals(window))
                .forEach(pack ->
                        agencies.put(pack.number().value(), pack.description().agencyCode()));
        List<Finding> refused = numbers.stream()
                .filter(number -> !agencies.containsKey(number))
                .map(number -> refusal("transfer.package.unknown", number, "", number))
                .toList();
        if (!refused.isEmpty()) {
            throw new PackagesRefusedException("", refused);
        }
        SortedMap<String, List<String>> grouped = new TreeMap<>();
        numbers.forEach(number -> grouped.computeIfAbsent(agencies.get(number), agency -> new ArrayList<>())
                .add(number));
        return grouped;
    }

    /**
     * What the list has to know of these packages: the latest version of each.
     *
     * @throws PackagesRefusedException naming every package that is unknown to the window, not registered, of another
     *     agency, or on another list
     */
    public List<OfferedFacts> choose(String list, String window, String agency, Collection<String> numbers) {
        List<Finding> refused = new ArrayList<>();
        List<OfferedFacts> chosen = new ArrayList<>();
        Map<String, String> bound = lists.openListsOf(numbers);
        Map<PackageNumber, ArchivalPackage> latest = packages.latest(
                numbers.stream().flatMap(number -> wellFormed(number).stream()).toList());
        Set<String> seen = new HashSet<>();
        for (String number : numbers) {
            Optional<ArchivalPackage> found = wellFormed(number)
                    .map(latest::get)
                    .filter(pack -> pack.description().windowCode().equals(window));
            String other = bound.get(number);
            if (found.isEmpty()) {
                refused.add(refusal("transfer.package.unknown", number, "", number));
            } else if (!seen.add(number)) {
                refused.add(refusal("transfer.package.twice", number, "", number));
            } else if (!found.get().description().agencyCode().equals(agency)) {
                refused.add(refusal(
                        "transfer.package.other-agency",
                        number,
                        agency,
                        found.get().description().agencyCode()));
            } else if (other != null && !other.equals(list)) {
                ListAct last = lists.get(new TransferListNumber(other)).last();
                refused.add(refusal(PackagesRefusedException.BOUND, number, "", other)
                        .with(last.displayName(), last.time()));
            } else if (found.get().state() != PackageState.REGISTERED) {
                refused.add(refusal(
                        "transfer.package.not-registered",
                        number,
                        PackageState.REGISTERED.name(),
                        found.get().state()));
            } else {
                chosen.add(facts(found.get()));
            }
        }
        if (!refused.isEmpty()) {
            throw new PackagesRefusedException(list, refused);
        }
        return chosen;
    }

    /**
     * Offers every package of the list to the agency.
     *
     * @throws PackagesRefusedException when the archiving catalogue does not hold exactly these packages (6.8: 归档信息包
     *     连同归档目录清单一起)
     */
    public void offer(TransferList list, java.time.Instant now) {
        List<Finding> refused = new ArrayList<>();
        Map<PackageVersion, ArchivalPackage> known = of(list.allPackages());
        Map<PackageVersion, RegisterEntry> entries = register.all(known.keySet());
        for (OfferedPackage offered : list.allPackages()) {
            ArchivalPackage pack = known.get(versionOf(offered));
            boolean registered = Optional.ofNullable(entries.get(pack.id()))
                    .filter(entry -> entry.zip().equals(offered.zip()))
                    .isPresent();
            if (!registered || pack.state() != PackageState.REGISTERED) {
                refused.add(refusal(
                        "transfer.package.not-registered",
                        offered.packageNumber(),
                        PackageState.REGISTERED.name(),
                        pack.state()));
            } else {
                pack.offer(now);
            }
        }
        if (!refused.isEmpty()) {
            throw new PackagesRefusedException(list.number().value(), refused);
        }
    }

    public void withdraw(TransferList list) {
        of(list.allPackages()).values().forEach(ArchivalPackage::withdraw);
    }

    /** Sends the packages back, each with its own reasons in words; their cases open again at the window. */
    public void sendBack(List<OfferedPackage> going, int listVersion, java.time.Instant now) {
        Map<PackageVersion, ArchivalPackage> known = of(going);
        for (OfferedPackage offered : going) {
            String reasons = String.join(
                    "\n",
                    offered.reasons().stream().map(reason -> reason.text()).toList());
            known.get(versionOf(offered)).returned(offered.list() + "/" + listVersion, reasons, now);
            cases.reopen(new ApplicationNumber(offered.applicationNumber()), reasons);
        }
    }

    /** Both parties have signed. */
    public void accept(TransferList list, java.time.Instant now) {
        of(list.packages(list.version())).values().forEach(pack -> pack.accept(now));
    }

    private Map<PackageVersion, ArchivalPackage> of(List<OfferedPackage> offered) {
        return packages.all(offered.stream().map(Offering::versionOf).toList());
    }

    private static Optional<PackageNumber> wellFormed(String number) {
        try {
            return Optional.of(new PackageNumber(number));
        } catch (PackageUnknownException malformed) {
            return Optional.empty();
        }
    }

    private static PackageVersion versionOf(OfferedPackage offered) {
        return new PackageVersion(offered.packageNumber(), offered.packageVersion());
    }

    private static OfferedFacts facts(ArchivalPackage pack) {
        PackageDescription description = pack.description();
        return new OfferedFacts(
                pack.number().value(),
                pack.version(),
                description.applicationNumber(),
                description.title(),
                description.itemCode(),
                description.itemName(),
                description.itemType(),
                description.windowCode(),
                description.agencyCode(),
                description.retention(),
                pack.fixing().files(),
                pack.fixing().contentOctets(),
                pack.fixing().zip(),
                "归档检测合格",
                pack.detectionReport().orElse(""));
    }

    private static Finding refusal(String key, String number, String expected, Object found) {
        return Finding.failed(key, Characteristic.INTEGRITY, key).in(number).expecting(expected, found);
    }
}
