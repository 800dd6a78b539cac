// SPDX-License-Identifier: AGPL-3.0-only
/** Keys and time-stamp authorities on the administrator's desk. */
package org.guidang.seal.web;
