// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.catalog;

/** What sort of material a rule asks for. */
public enum MaterialKind {
    /** Handed in by the applicant (申请材料). */
    APPLICATION,
    /** Fetched from a data-sharing platform: component and issuing record in a folder of its own (电子出证文件). */
    ISSUING,
    /** Made while the case was handled (办理过程材料). */
    PROCESS,
    /** What the case came to: licence, certificate, decision (办理结果). */
    RESULT
}
