// SPDX-License-Identifier: AGPL-3.0-only
/** Who is signed in, as the frame of every page shows it. */
package org.guidang.organization.web;
