// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the tests of a class against the product: one server for all classes of a process, with the database the run is
 * for, its own ports, and a data directory that was empty when the process began. Tests share what earlier ones left
 * behind, so each works on cases of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith({ProductExtension.class, ArquillianExtension.class})
public @interface OnProduct {}
