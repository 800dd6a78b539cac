// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.core.sample;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.guidang.issuing.core.DataCertificate.Item;
import org.guidang.seal.core.Cryptography;
import org.guidang.seal.core.SigningKey;
import org.guidang.shared.Digest;

/** A certificate without layout as 浙档发〔2019〕16号 附录 B shows it, with its slips corrected: signed and stamped. */
public final class SampleDataCertificate {

    private SampleDataCertificate() {}

    /**
     * @param code 电子证照编码, 32 characters
     * @param stamps gives a token for the digest of the signature
     */
    public static byte[] of(
            String name,
            String department,
            String code,
            List<Item> items,
            SigningKey key,
            Function<Digest, byte[]> stamps)
            throws GeneralSecurityException {
        StringBuilder data = new StringBuilder("<data title=\"数据\">");
        items.forEach(item -> data.append(element(item.key(), item.title(), item.value())));
        data.append("</data>");
        byte[] signature = key.sign(data.toString().getBytes(StandardCharsets.UTF_8));
        String algorithm = key.suite().digest();
        byte[] token =
                stamps.apply(Digest.of(algorithm, Cryptography.digest(algorithm).digest(signature)));
        String xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<description title=\"" + name + "电子证照\">\n"
                + element("elcllicencename", "证照名称", name) + "\n"
                + element("elcllicencedept", "发证单位", department) + "\n"
                + element("elcllicencecode", "电子证照编码", code) + "\n"
                + "<elcllicencestruct title=\"电子证照数据\">\n"
                + element("signcert", "结构化数据签名公钥证书", base64(key.certificate().getEncoded())) + "\n"
                + element("signvalue", "结构化数据签名值", base64(signature)) + "\n"
                + element("tsa", "时间戳值", base64(token)) + "\n"
                + data + "\n</elcllicencestruct>\n</description>\n";
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    private static String element(String name, String title, String value) {
        String escaped = value.replace("&", "&amp;").replace("<", "&lt;");
        return "<%s title=\"%s\">%s</%s>".formatted(name, title, escaped, name);
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }
}
