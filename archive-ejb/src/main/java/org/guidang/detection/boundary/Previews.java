// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.guidang.detection.control.PreviewRoom;
import org.guidang.detection.core.preview.NoPreviewException;
import org.guidang.detection.core.preview.NoPreviewException.Why;
import org.guidang.organization.Role;
import org.guidang.packaging.PackageUnknownException;
import org.guidang.packaging.PackageVersion;
import org.guidang.packaging.boundary.PackageContents;
import org.guidang.packaging.core.PackageEntry;
import org.guidang.seal.control.Keys;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.BusinessRuleException.Kind;

/**
 * Files of a package as page images, with their seals (预览). Who may see the package may see its pages: every look goes
 * through {@link PackageContents}, which decides that and logs it, whether the picture was drawn before or not.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Previews {

    @Inject
    PackageContents contents;

    @Inject
    PreviewRoom room;

    @Inject
    Keys keys;

    @Inject
    Clock clock;

    /**
     * What there is to see of a file. A file that cannot be drawn says why; that is no refusal.
     *
     * @param file its number in the package, from 1
     */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public PreviewView look(PackageVersion version, int file) {
        PackageEntry entry = entry(version, file);
        return with(
                version,
                entry,
                copy -> PreviewView.of(
                        file,
                        entry.path(),
                        room.previewer().look(copy, entry.path(), keys.installation(), clock.instant())));
    }

    /**
     * A page as PNG.
     *
     * @param page from 1
     * @param width one of {@link org.guidang.detection.core.preview.Previewer#WIDTHS}, in pixels
     * @throws BusinessRuleException UNKNOWN for a page the file has not, CONTENT when it cannot be drawn, UNAVAILABLE when
     *     the drawing failed or is not possible now
     */
    @RolesAllowed({Role.WINDOW_CLERK, Role.WINDOW_ARCHIVIST, Role.AGENCY_REVIEWER, Role.AGENCY_ARCHIVIST})
    public byte[] page(PackageVersion version, int file, int page, int width) {
        PackageEntry entry = entry(version, file);
        return with(version, entry, copy -> {
            try {
                return room.previewer().page(copy, entry.path(), keys.installation(), clock.instant(), page, width);
            } catch (NoPreviewException none) {
                throw new BusinessRuleException(kind(none.why()), none.why().key(), entry.path());
            }
        });
    }

    private static Kind kind(Why why) {
        return switch (why) {
            case NO_SUCH_PAGE -> Kind.UNKNOWN;
            case FORMAT, DANGEROUS, TOO_LARGE, UNREADABLE -> Kind.CONTENT;
            case TOO_SLOW, CRASHED, BUSY, NOT_INSTALLED -> Kind.UNAVAILABLE;
        };
    }

    private PackageEntry entry(PackageVersion version, int file) {
        List<PackageEntry> entries = contents.entries(version);
        if (file < 1 || file > entries.size()) {
            throw new PackageUnknownException(version);
        }
        return entries.get(file - 1);
    }

    private interface Look<T> {
        T at(Path copy) throws IOException;
    }

    private <T> T with(PackageVersion version, PackageEntry entry, Look<T> look) {
        try {
            Path copy = Files.createTempFile("preview", ".file");
            try {
                try (OutputStream out = Files.newOutputStream(copy)) {
                    contents.write(version, entry.path(), out);
                }
                return look.at(copy);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
