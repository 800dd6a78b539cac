// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.guidang.packaging.PackageDescription;
import org.guidang.packaging.PackageVersion;
import org.guidang.shared.Fixity;

/**
 * All that goes into one package version. The package built of it depends on this alone, and on who signs.
 *
 * @param version number and version
 * @param answersList the list whose return this version answers; null for none
 * @param answersReason the reason given there; null for none
 * @param archivedAt when the case was arranged (归档时间)
 * @param configurationVersion version of the item's archiving configuration
 * @param materials 归档材料目录, by position
 * @param steps 办理流程, in order
 * @param files in the order of the arrangement
 */
public record PackageContent(
        PackageVersion version,
        String answersList,
        String answersReason,
        PackageDescription description,
        CaseData data,
        Instant archivedAt,
        int configurationVersion,
        List<Material> materials,
        List<Step> steps,
        List<ContentFile> files) {

    public PackageContent {
        materials = List.copyOf(materials);
        steps = List.copyOf(steps);
        files = List.copyOf(files);
    }

    /** The facts of the case that are not in its description; null where not known. */
    public record CaseData(
            String agencyName,
            String windowName,
            String retentionPrinted,
            String applicant,
            String documentType,
            String documentNumber,
            Instant acceptedAt,
            Instant closedAt,
            String result,
            String resultCode) {}

    /** One line of the material catalogue. */
    public record Material(String name, String folder, String kind, boolean required) {}

    /** One step of the handling. */
    public record Step(String node, String author, String type, String body, Instant at) {}

    /**
     * One file of the case.
     *
     * @param path in the package, components joined by "/", each safe
     * @param originalName as it was sent, kept as metadata only
     * @param octets how to read it, once
     */
    public record ContentFile(
            String path,
            String originalName,
            String material,
            String kind,
            String format,
            String source,
            Instant receivedAt,
            Fixity fixity,
            Octets octets) {

        String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /** Something that can be read. */
    @FunctionalInterface
    public interface Octets {
        InputStream open() throws IOException;
    }
}
