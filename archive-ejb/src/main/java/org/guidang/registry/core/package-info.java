// SPDX-License-Identifier: AGPL-3.0-only
/** Counting what is in a package, and the catalogue as a file; plain Java. */
package org.guidang.registry.core;
