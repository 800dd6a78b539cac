// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;

/**
 * Who applied (办事对象).
 *
 * @param name as on the document, at most 100 characters
 * @param documentType 证件类型, e.g. 居民身份证, 统一社会信用代码; may be null
 * @param documentNumber 证件号码; may be null. Personal: pages mask it
 */
@Embeddable
public record Applicant(
        @Column(name = "applicant_name") String name,
        @Column(name = "applicant_document_type") String documentType,
        @Column(name = "applicant_document_number") String documentNumber)
        implements Serializable {}
