// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging;

/** A package version was fixed and stored; its octets are on disk. */
public record PackageFixed(PackageVersion version, String applicationNumber, boolean timeStampPending) {}
