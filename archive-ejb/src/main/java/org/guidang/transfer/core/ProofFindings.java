// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;

/** Gathers what is found while a list or receipt is verified; the code is {@code list.…}, the sentence of the same name. */
final class ProofFindings {

    private static final String KEY = "transfer.proof.";

    private final String name;
    private final List<Finding> all = new ArrayList<>();

    ProofFindings(String name) {
        this.name = name;
    }

    void failed(String key, String place, Object expected, Object found) {
        add(Finding.failed(code(key), Characteristic.AUTHENTICITY, key), place, expected, found);
    }

    void undecided(String key, String place, Object expected, Object found) {
        add(Finding.undecided(code(key), Characteristic.AUTHENTICITY, key), place, expected, found);
    }

    void warned(String key, String place, Object expected, Object found) {
        add(Finding.warning(code(key), Characteristic.AUTHENTICITY, key), place, expected, found);
    }

    void noted(String key, Object found) {
        add(Finding.note(code(key), Characteristic.AUTHENTICITY, key), "", "", found);
    }

    /** Fails when the two are not the same. */
    void same(String key, String place, Object expected, Object found) {
        if (!Objects.equals(String.valueOf(expected), String.valueOf(found))) {
            failed(key, place, expected, found);
        }
    }

    /** What another check found, at a place of ours. */
    void take(List<Finding> findings, String place) {
        findings.forEach(
                finding -> all.add(finding.at(finding.place().isEmpty() ? place : place + ", " + finding.place())));
    }

    void take(List<Finding> findings) {
        all.addAll(findings);
    }

    List<Finding> all() {
        return List.copyOf(all);
    }

    private void add(Finding finding, String place, Object expected, Object found) {
        all.add(finding.in(name).at(place).expecting(String.valueOf(expected), found));
    }

    private static String code(String key) {
        return "list." + key.substring(KEY.length());
    }
}
