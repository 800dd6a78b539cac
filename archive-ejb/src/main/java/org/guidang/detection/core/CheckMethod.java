// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name by which profile rows ask for a check. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface CheckMethod {
    String value();

    /** What it reads beside the package; a re-test carries the item out again when any of it has changed. */
    Input[] reads() default {};
}
