// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

import java.io.Serializable;
import java.util.List;
import org.guidang.shared.Finding;
import org.guidang.shared.Outcome;

/**
 * What changed in a package between the round in which it was returned and the version that answers it.
 *
 * @param earlierVersion of the package
 * @param laterVersion of the package
 * @param earlierReport id of the report whose findings are taken as those of the earlier round; null when none was made
 * @param laterReport likewise; null while the later version was not tested
 * @param fixed findings of the earlier round that are gone; empty while either report is missing
 * @param remaining findings of both rounds (仍不合格)
 * @param added findings the earlier round had not (新出现)
 * @param files of the case that were added, removed or changed; same octets under the same name are not named
 * @param unchangedFiles how many of the case files are the same, octet for octet
 * @param metadata items that read differently
 */
public record RoundDifference(
        int earlierVersion,
        int laterVersion,
        String earlierReport,
        String laterReport,
        List<Point> fixed,
        List<Point> remaining,
        List<Point> added,
        List<FileChange> files,
        int unchangedFiles,
        List<MetadataChange> metadata)
        implements Serializable {

    /**
     * One finding, or an item that says by itself why it did not pass.
     *
     * @param code of the item in the report it stands in
     * @param finding null when the item has none
     */
    public record Point(String code, String name, Outcome verdict, Finding finding) implements Serializable {}

    /** What became of a file. */
    public enum Change {
        ADDED,
        REMOVED,
        CHANGED,
        MOVED
    }

    /**
     * @param path in the later package; in the earlier one for a file that was removed
     * @param from its path before, for a file that was moved; else empty
     * @param earlierSm3 empty for a file that was added
     * @param laterSm3 empty for a file that was removed
     */
    public record FileChange(Change change, String path, String from, String earlierSm3, String laterSm3)
            implements Serializable {}

    /**
     * @param item name as written in the document
     * @param title Chinese name; empty when there is none
     * @param place number of the repeated element it belongs to, from 1; 0 for the document itself
     * @param earlier empty when the item was not there, or was empty
     */
    public record MetadataChange(String document, String item, String title, int place, String earlier, String later)
            implements Serializable {}

    public RoundDifference {
        fixed = List.copyOf(fixed);
        remaining = List.copyOf(remaining);
        added = List.copyOf(added);
        files = List.copyOf(files);
        metadata = List.copyOf(metadata);
    }
}
