// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.registry;

import java.io.Serializable;

/** Files of the case in a package and their octets, metadata and fixing information not counted (清点). */
public record Counted(int files, long octets) implements Serializable {}
