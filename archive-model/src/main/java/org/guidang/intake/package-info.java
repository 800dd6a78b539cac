// SPDX-License-Identifier: AGPL-3.0-only
/**
 * Cases (办件) as received from the window's platform with all their files, their completion and arrangement up to the
 * point where a package can be built: DA/T 85-2019 收集 and 整理, 浙档发〔2019〕16号 5 to 7. Knows catalog and issuing;
 * agencies and windows are known by code.
 */
package org.guidang.intake;
