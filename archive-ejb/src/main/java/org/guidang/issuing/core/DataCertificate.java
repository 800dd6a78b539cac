// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.issuing.core;

import java.util.List;

/**
 * A certificate without layout (非版式电子证照) as 浙档发〔2019〕16号 附录 B writes it. Read, not verified.
 *
 * @param name 证照名称
 * @param department 发证单位
 * @param code 电子证照编码
 * @param signingCertificate DER or PEM of the public key certificate; null when none is given
 * @param signature over {@code signed}; null when none is given
 * @param timeStamp token over the signature; null when none is given
 * @param signed ours, since the standard does not say what is signed: the octets in UTF-8 of the {@code data} element as
 *     written, start tag to end tag
 * @param items the data
 */
public record DataCertificate(
        String name,
        String department,
        String code,
        byte[] signingCertificate,
        byte[] signature,
        byte[] timeStamp,
        byte[] signed,
        List<Item> items) {

    /** One datum: key of the platform, title as shown, value. */
    public record Item(String key, String title, String value) {}
}
