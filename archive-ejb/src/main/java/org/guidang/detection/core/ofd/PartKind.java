// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.ofd;

/** What a part of the package is for, as far as the document leads to it. */
enum PartKind {
    ROOT,
    DOCUMENT,
    PAGE,
    TEMPLATE,
    RESOURCE,
    MEDIA,
    ANNOTATION,
    ATTACHMENT,
    TAG,
    EXTENSION,
    VERSION,
    SIGNATURE_LIST,
    SIGNATURE,
    SEAL,
    SIGNED_VALUE,
    ENCRYPTION;

    /** True for the parts that signatures are made of, which cannot all be signed themselves. */
    boolean belongsToSignatures() {
        return this == SIGNATURE_LIST || this == SIGNATURE || this == SEAL || this == SIGNED_VALUE;
    }
}
