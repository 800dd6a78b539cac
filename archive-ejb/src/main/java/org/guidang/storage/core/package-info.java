// SPDX-License-Identifier: AGPL-3.0-only
/** OCFL objects, written so that they survive a stop and read back before anybody relies on them; plain Java. */
package org.guidang.storage.core;
