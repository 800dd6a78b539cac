// SPDX-License-Identifier: AGPL-3.0-only
/** Certificates by which people sign with keys of their own. */
package org.guidang.seal.rest;
