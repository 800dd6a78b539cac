// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core;

/**
 * One file in a package.
 *
 * @param path as the zip names it; text from outside, never to be used as a path of this machine
 * @param octets length as stated; reading holds it to that
 * @param part what it is in the package
 */
public record PackageEntry(String path, long octets, Part part) {

    /** What a file is in a package. */
    public enum Part {
        /** A file of the case. */
        CONTENT,
        /** A metadata document. */
        METADATA,
        /** A schema of one. */
        SCHEMA,
        /** Manifest, signature or time-stamp. */
        FIXING,
        /** A package inside a package. */
        CHILD
    }

    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The folder; empty for a file at the top. */
    public String folder() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}
