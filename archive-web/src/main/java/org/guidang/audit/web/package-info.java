// SPDX-License-Identifier: AGPL-3.0-only
/** The operation log as the auditor and the parties read it. */
package org.guidang.audit.web;
