// SPDX-License-Identifier: AGPL-3.0-only
/**
 * Virus scanning behind a port: the clamd daemon by its own protocol, or nothing. Nothing is never clean: without a
 * scanner, beyond its limit, or on any answer but the one that says clean, the scan was not executed (DA/T 70-2018 安全性).
 */
package org.guidang.detection.core.virus;
