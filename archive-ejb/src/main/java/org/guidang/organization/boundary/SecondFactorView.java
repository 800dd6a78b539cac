// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.organization.boundary;

import java.io.Serializable;

/**
 * The caller's own second factor.
 *
 * @param inForce whether it is asked for when signing
 * @param required whether nobody signs without one
 */
public record SecondFactorView(boolean inForce, boolean required) implements Serializable {}
