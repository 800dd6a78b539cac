// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.control;

/** One thing the product cannot work without. Each bean of this type is asked whenever somebody asks for readiness. */
public interface ReadinessCheck {

    /** The public name, such as "database"; says nothing about versions or places. */
    String name();

    /** Returns when the thing is there and works; throws with the reason when not. Quick: some milliseconds. */
    void examine() throws Exception;
}
