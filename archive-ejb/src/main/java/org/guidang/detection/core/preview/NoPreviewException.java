// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.preview;

/** A file or page has no picture, and why (预览不可用). Says nothing about whether the file is good. */
public final class NoPreviewException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why there is no picture. */
    public enum Why {
        /** The format is not one with pages. */
        FORMAT,
        /** The file would make the reader leave its folder, resolve an entity or unpack without end. */
        DANGEROUS,
        /** File, page or picture is larger than is drawn. */
        TOO_LARGE,
        /** The reader made nothing of it. */
        UNREADABLE,
        /** The reader took too long and was ended. */
        TOO_SLOW,
        /** The reader ran out of memory or fell over, and was ended. */
        CRASHED,
        /** No such page. */
        NO_SUCH_PAGE,
        /** As many files are being drawn as may be. */
        BUSY,
        /** This installation lacks the renderer. */
        NOT_INSTALLED;

        /** Key of the sentence in {@link org.guidang.shared.Words}. */
        public String key() {
            return "detection.preview."
                    + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private final Why why;

    public NoPreviewException(Why why) {
        this(why, null);
    }

    public NoPreviewException(Why why, Throwable cause) {
        super(why.name(), cause);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
