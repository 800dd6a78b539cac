// SPDX-License-Identifier: AGPL-3.0-only
/**
 * Encapsulation of packages as one XML document (EEP, DA/T 48-2009): original and modified type, signatures, lock
 * signature, with the metadata of DA/T 46-2009. Read and written as a stream: memory does not grow with the content.
 */
package org.guidang.packaging.core.eep;
