// SPDX-License-Identifier: AGPL-3.0-only
/**
 * The rules of the door and of the order of files: what refuses an upload, and where each file goes in the package.
 * Plain Java over what is given; no database, no container.
 */
package org.guidang.intake.core;
