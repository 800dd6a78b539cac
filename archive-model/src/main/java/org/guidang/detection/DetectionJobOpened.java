// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection;

/** A batch waits for workers. */
public record DetectionJobOpened(String job) {}
