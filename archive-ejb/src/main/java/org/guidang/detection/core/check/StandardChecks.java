// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.check;

import java.util.List;
import org.guidang.detection.core.Check;

/** The methods that come with the product: one list for the server, the command line and the tests. */
public final class StandardChecks {

    private StandardChecks() {}

    /** All of them; each is without state and may serve several threads. */
    public static List<Check> all() {
        return List.of(
                new ArchivalCodeCheck(),
                new ArchivingScopeCheck(),
                new AttachmentsCheck(),
                new ContentCompleteCheck(),
                new ContentReadableCheck(),
                new DatabaseRecordCheck(),
                new DirectoryStructureCheck(),
                new DuplicatesCheck(),
                new ElectronicAttributesCheck(),
                new EnvironmentCheck(),
                new ExplanationFilesCheck(),
                new ExtraFilesCheck(),
                new FixingValidCheck(),
                new FormatAllowedCheck(),
                new InfectionCheck(),
                new ItemCountCheck(),
                new LinksCheck(),
                new LongTermFormatCheck(),
                new MandatoryFilledCheck(),
                new MetadataCompleteCheck(),
                new MetadataDomainCheck(),
                new MetadataLengthCheck(),
                new MetadataPlausibleCheck(),
                new MetadataReadableCheck(),
                new MetadataTypeCheck(),
                new OctetCountCheck(),
                new PackageContentCheck(),
                new PackageFormatCheck(),
                new PackageIdenticalCheck(),
                new PackageMetadataCheck(),
                new PersonCheck(),
                new ProcessInformationCheck(),
                new ScanResolutionCheck(),
                new ScannerPresentCheck(),
                new SerialContinuityCheck(),
                new SpecialCharactersCheck());
    }
}
