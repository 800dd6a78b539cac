// SPDX-License-Identifier: AGPL-3.0-only
/** Holdings as the people of an agency ask for them. */
package org.guidang.storage.boundary;
