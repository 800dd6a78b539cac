// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core;

import org.guidang.shared.Fixity;

/**
 * A fixed package that becomes part of the package of a joint case (一件事、并联办件; GB/T 42727-2023 annex C): each agency
 * archives its own part, and the parent holds all of them as they are.
 *
 * @param number of the child; it names the file
 * @param fixity of its zip as it was recorded
 * @param octets how to read it, once
 */
public record ChildPackage(String number, Fixity fixity, PackageContent.Octets octets) {

    String name() {
        return number + ".zip";
    }
}
