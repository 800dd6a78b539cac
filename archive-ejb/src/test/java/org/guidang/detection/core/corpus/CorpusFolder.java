// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guidang.detection.CheckItem;
import org.guidang.detection.DetectionReport;
import org.guidang.detection.Phase;
import org.guidang.detection.Profile;
import org.guidang.detection.core.PackageDetection;
import org.guidang.detection.xml.ProfileReader;
import org.guidang.shared.Actor;
import org.guidang.shared.Level;

/**
 * One folder of the published corpus: a package, by which stage of which edition it is examined, and for a bad one the item
 * it was made for. Every edition and stage has the faults of the methods its items use; DA/T 70-2018 has all of them, another
 * edition the first of each method.
 *
 * @param item number of the item; empty for a good package
 * @param what is wrong, or what is unusual
 */
record CorpusFolder(Profile profile, Phase phase, String item, String what, BadPackages.Case sample) {

    static final String WHOLE = "DAT70-2018";
    static final List<String> EDITIONS = List.of(WHOLE, "FZ-DAT85");

    private static final Map<String, CorpusFolder> ALL = make();

    /** By path. */
    static Map<String, CorpusFolder> all() {
        return ALL;
    }

    /** The folder in the repository. */
    static Path root() {
        return Path.of("../docs/detection-corpus");
    }

    /** Items of a stage that the product carries out by itself. */
    static List<CheckItem> automatic(Profile profile, Phase phase) {
        return profile.items(phase).stream()
                .filter(item -> item.level() != Level.OFF)
                .filter(item -> !item.method().equals("by-a-person"))
                .toList();
    }

    boolean good() {
        return item.isEmpty();
    }

    /** The test virus would make scanners take the file away from everybody who clones the repository: it is made when needed. */
    boolean published() {
        return !what.equals("infected");
    }

    String path() {
        return (good() ? "good/" : "bad/") + profile.id() + "/" + phase.prefix() + "/" + (good() ? "" : item + "_")
                + what;
    }

    DetectionReport run(Path zip) throws IOException {
        return new PackageDetection(Clock.fixed(Fixture.NOW, ZoneOffset.UTC))
                .run(
                        zip,
                        null,
                        new PackageDetection.About(
                                "33000001-2026-000123", 1, new Actor("t", "测试", "33000001", Set.of())),
                        phase,
                        profile,
                        sample.facts(zip));
    }

    private static Map<String, CorpusFolder> make() {
        Map<String, CorpusFolder> all = new LinkedHashMap<>();
        Map<String, List<String>> faults = faultsByMethod();
        for (String edition : EDITIONS) {
            Profile profile = ProfileReader.shipped(edition);
            for (Phase phase : Phase.values()) {
                List<CheckItem> items = automatic(profile, phase);
                if (!items.isEmpty()) {
                    BadPackages.goodOnes()
                            .forEach((what, sample) -> put(all, new CorpusFolder(profile, phase, "", what, sample)));
                }
                for (CheckItem item : items) {
                    List<String> names = faults.getOrDefault(item.method(), List.of());
                    for (String name : edition.equals(WHOLE) ? names : names.subList(0, Math.min(1, names.size()))) {
                        String what = name.substring(name.indexOf('_') + 1);
                        BadPackages.Case sample = BadPackages.all().get(name);
                        put(all, new CorpusFolder(profile, phase, item.code(), what, sample));
                    }
                }
            }
        }
        return all;
    }

    private static void put(Map<String, CorpusFolder> all, CorpusFolder folder) {
        all.put(folder.path(), folder);
    }

    /** Names of the faults by the method that has to find them. */
    private static Map<String, List<String>> faultsByMethod() {
        Profile profile = ProfileReader.shipped(WHOLE);
        Map<String, List<String>> faults = new LinkedHashMap<>();
        for (String name : BadPackages.all().keySet()) {
            CheckItem item = profile.item(name.substring(0, name.indexOf('_'))).orElseThrow();
            faults.computeIfAbsent(item.method(), none -> new ArrayList<>()).add(name);
        }
        return faults;
    }
}
