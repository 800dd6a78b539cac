// SPDX-License-Identifier: AGPL-3.0-only
/**
 * What an administrator has to know of keys and time-stamp authorities. Knows {@code shared} and {@code organization}.
 */
package org.guidang.seal.boundary;
