// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared;

/** The four natures (四性) that a record is tested for, DA/T 70-2018. */
public enum Characteristic {
    /** 真实性 */
    AUTHENTICITY,
    /** 完整性 */
    INTEGRITY,
    /** 可用性 */
    USABILITY,
    /** 安全性 */
    SECURITY
}
