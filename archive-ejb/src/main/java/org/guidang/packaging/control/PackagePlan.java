// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.control;

import java.nio.file.Files;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guidang.catalog.ArchivingConfiguration;
import org.guidang.catalog.MaterialRule;
import org.guidang.catalog.ServiceItem;
import org.guidang.intake.Case;
import org.guidang.intake.CaseFile;
import org.guidang.organization.Organization;
import org.guidang.packaging.PackageDescription;
import org.guidang.packaging.PackageVersion;
import org.guidang.packaging.core.PackageContent;
import org.guidang.packaging.core.PackageContent.CaseData;
import org.guidang.packaging.core.PackageContent.ContentFile;
import org.guidang.packaging.core.PackageContent.Material;
import org.guidang.packaging.core.PackageContent.Step;
import org.guidang.shared.ContentStore;

/** Turns an arranged case into what a package is built of. */
final class PackagePlan {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Case arranged;
    private final ServiceItem item;
    private final Organization agency;
    private final Organization window;
    private final ContentStore contents;

    PackagePlan(Case arranged, ServiceItem item, Organization agency, Organization window, ContentStore contents) {
        this.arranged = arranged;
        this.item = item;
        this.agency = agency;
        this.window = window;
        this.contents = contents;
    }

    PackageContent content(PackageVersion version, String answersList, String answersReason) {
        ArchivingConfiguration configuration =
                item.configuration(arranged.configurationVersion()).orElseThrow();
        return new PackageContent(
                version,
                answersList,
                answersReason,
                description(configuration),
                data(configuration),
                arranged.arrangedAt(),
                configuration.version(),
                configuration.materials().stream().map(PackagePlan::material).toList(),
                arranged.opinions().stream()
                        .map(step -> new Step(step.node(), step.author(), step.type(), step.body(), step.at()))
                        .toList(),
                files(configuration));
    }

    private PackageDescription description(ArchivingConfiguration configuration) {
        return new PackageDescription(
                arranged.number().value(),
                item.code(),
                item.name(),
                item.type().printed(),
                arranged.facts().title(),
                arranged.window(),
                arranged.agency(),
                configuration.retention().name(),
                arranged.facts().closedAt().atZone(CHINA).getYear());
    }

    private CaseData data(ArchivingConfiguration configuration) {
        return new CaseData(
                agency.name(),
                window.name(),
                configuration.retention().printed(),
                arranged.facts().applicant().name(),
                arranged.facts().applicant().documentType(),
                arranged.facts().applicant().documentNumber(),
                arranged.facts().acceptedAt(),
                arranged.facts().closedAt(),
                arranged.facts().result(),
                arranged.facts().resultCode());
    }

    private static Material material(MaterialRule rule) {
        return new Material(rule.name(), rule.folder(), rule.kind().name(), rule.required());
    }

    private List<ContentFile> files(ArchivingConfiguration configuration) {
        Map<String, MaterialRule> rules =
                configuration.materials().stream().collect(Collectors.toMap(MaterialRule::name, Function.identity()));
        return arranged.files().stream()
                .map(file -> file(file, rules.get(file.materialName())))
                .toList();
    }

    private ContentFile file(CaseFile file, MaterialRule rule) {
        String kind = rule != null ? rule.kind().name() : file.issuing() != null ? "ISSUING" : null;
        return new ContentFile(
                file.path(),
                file.originalName(),
                file.materialName() == null ? file.safeName() : file.materialName(),
                kind,
                file.format(),
                file.source().printed(),
                file.receivedAt(),
                file.fixity(),
                // As it lies there: the builder itself holds what it reads against the fixity.
                () -> Files.newInputStream(contents.locate(file.fixity())));
    }
}
