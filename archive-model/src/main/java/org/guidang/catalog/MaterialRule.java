// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;

/**
 * One line of the material catalogue (归档材料目录) of a service item.
 *
 * @param name the material as it is called, e.g. 婚姻证明; unique within a configuration
 * @param folder name of the category folder in the package, e.g. 申请材料; one safe component
 * @param kind what sort of material
 * @param required a case without it cannot be arranged
 * @param position order of the material within the case, from 1
 */
@Embeddable
public record MaterialRule(
        @Column(name = "name") String name,
        @Column(name = "folder") String folder,
        @Enumerated(EnumType.STRING) @Column(name = "kind") MaterialKind kind,

        @Column(name = "required") boolean required,
        @Column(name = "position") int position)
        implements Serializable {}
