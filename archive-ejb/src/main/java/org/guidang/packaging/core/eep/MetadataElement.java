// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.eep;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One element of DA/T 46-2009 and its place in an encapsulation of DA/T 48-2009. The table is data; what each column means,
 * and what of it could not be held against the print, stands at the head of the file.
 *
 * @param parent element that holds it in DA/T 48; empty for none
 * @param source where an export takes it from; empty for nowhere
 * @param seen whether number and name were seen together, not only fixed by their order
 */
public record MetadataElement(
        int number, String name, String entity, String parent, String obligation, String source, boolean seen) {

    private static final String FILE = "/org/guidang/packaging/eep/dat-46-2009.psv";

    /** M1 to M88, by number. */
    public static final List<MetadataElement> DAT_46_2009 = load();

    /** As printed: "DA/T 46-2009 M22". */
    public String clause() {
        return "DA/T 46-2009 M" + number;
    }

    boolean required() {
        return obligation.equals("R");
    }

    private static List<MetadataElement> load() {
        List<MetadataElement> all = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(MetadataElement.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#") && !line.startsWith("number|")) {
                    String[] cell = line.split("\\|", -1);
                    all.add(new MetadataElement(
                            Integer.parseInt(cell[0]),
                            cell[1],
                            cell[3],
                            cell[4],
                            cell[5],
                            cell[6],
                            cell[7].equals("seen")));
                }
            }
        } catch (IOException broken) {
            throw new IllegalStateException(FILE, broken);
        }
        return List.copyOf(all);
    }
}
