// SPDX-License-Identifier: AGPL-3.0-only
/**
 * Speed and memory of packaging against a bare program and against the libraries of others, one process each, taking
 * turns. Not run by the tests; docs/benchmarks.md says how.
 */
package org.guidang.packaging.benchmark;
