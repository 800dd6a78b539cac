// SPDX-License-Identifier: AGPL-3.0-only
/**
 * Zip files: a reader that believes nothing a zip says of itself (APPNOTE.TXT 6.3.10; attacks ), and a
 * writer whose octets depend on its input alone. Nothing here ever turns the name of an entry into a path.
 */
package org.guidang.packaging.core.zip;
