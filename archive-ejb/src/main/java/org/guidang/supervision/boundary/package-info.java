// SPDX-License-Identifier: AGPL-3.0-only
/** What those who look after the installation ask of all its parts. Reads any domain; nobody knows it. */
package org.guidang.supervision.boundary;
