// SPDX-License-Identifier: AGPL-3.0-only
/**
 * How fast a package is tested, in how much memory, against a program that only reads, inflates, digests and verifies the one
 * signature. Printed by {@code mvn -Pbenchmarks}; docs/benchmarks.md says how to read it.
 */
package org.guidang.detection.benchmark;
