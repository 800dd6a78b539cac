// SPDX-License-Identifier: AGPL-3.0-only
/**
 * How profiles and metadata schemes are written in files. Read by the platform's own streaming reader behind a schema, so
 * that the command line needs no binding library; foreign profiles pass the same schema.
 */
package org.guidang.detection.xml;
