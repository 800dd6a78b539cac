// SPDX-License-Identifier: AGPL-3.0-only
/**
 * {@code archivectl}: the verifier that needs nothing from us, neither server nor database. It runs the same code as the
 * server over files alone. Stands above everything it reads; nobody knows it.
 */
package org.guidang.supervision.cli;
