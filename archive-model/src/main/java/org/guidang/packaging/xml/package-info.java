// SPDX-License-Identifier: AGPL-3.0-only
/**
 * The XML documents of a package: archiving configuration, case, process, files (DA/T 85-2019 chapters 7 and 8, names as
 * written by systems that follow it), and our manifest. Element names keep the standard's spelling, titles its Chinese
 * names; times carry no zone and are read as Asia/Shanghai.
 */
package org.guidang.packaging.xml;
