// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.zip;

import java.io.IOException;
import org.guidang.shared.Finding;

/** Reading a zip, or an entry of it, stopped at something that is wrong with it. */
public final class ZipRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    public ZipRefusedException(Finding finding) {
        super(finding.code() + " " + finding.file() + " " + finding.place());
        this.finding = finding;
    }

    public Finding finding() {
        return finding;
    }
}
