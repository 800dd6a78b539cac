// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.benchmark;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.guidang.packaging.benchmark.CaseFiles.CaseFile;
import org.roda_project.commons_ip2.model.IPContentInformationType;
import org.roda_project.commons_ip2.model.IPContentType;
import org.roda_project.commons_ip2.model.IPRepresentation;
import org.roda_project.commons_ip2.model.impl.eark.EARKSIP;
import org.roda_project.commons_ip2.model.impl.eark.out.writers.factory.ZipWriteStrategyFactory;
import org.roda_project.commons_ip2.validator.EARKSIPValidator;
import org.roda_project.commons_ip2.validator.reporter.ValidationReportOutputJson;

/** What RODA packs and validates with: an E-ARK SIP in a zip, no signature, no sync. */
final class CommonsIp implements Contender {

    private static final String EDITION = "2.1.0";

    @Override
    public void build(CaseFiles files, Path target) throws Exception {
        Files.createDirectory(target);
        EARKSIP sip = new EARKSIP(
                "case-" + files.number(), IPContentType.getMIXED(), IPContentInformationType.getMIXED(), EDITION);
        IPRepresentation representation = new IPRepresentation("rep1");
        for (CaseFile file : files.files()) {
            representation.addFile(file.path(), List.of());
        }
        sip.addRepresentation(representation);
        sip.build(new ZipWriteStrategyFactory().create(target));
    }

    @Override
    public void verify(Path target) throws Exception {
        Path sip;
        try (Stream<Path> inside = Files.list(target)) {
            sip = inside.findFirst().orElseThrow();
        }
        ValidationReportOutputJson report = new ValidationReportOutputJson(sip, OutputStream.nullOutputStream());
        new EARKSIPValidator(report, EDITION).validate(EDITION);
    }
}
