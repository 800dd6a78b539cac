// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.List;
import org.guidang.seal.core.CertificateIssuer.Profile;

/** Root, sub authority, signer and time-stamper of one suite, made anew for a test class. */
public final class TestPki {

    public static final Instant FROM = Instant.parse("2024-01-01T00:00:00Z");
    public static final Instant UNTIL = Instant.parse("2034-01-01T00:00:00Z");
    public static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");

    public final CertificateIssuer root;
    public final CertificateIssuer sub;
    public final SigningKey signer;
    public final SigningKey stamper;

    public TestPki(Suite suite) throws GeneralSecurityException {
        root = CertificateIssuer.root(suite, "C=CN,O=测试机构,CN=根 " + suite, FROM, UNTIL);
        sub = new CertificateIssuer(root.issue("sub", "C=CN,O=测试机构,CN=运营 " + suite, Profile.AUTHORITY, FROM, UNTIL));
        signer = sub.issue("window", "C=CN,O=某市政务服务中心,CN=综合受理窗口", Profile.SIGNER, FROM, UNTIL);
        stamper = sub.issue("tsa", "C=CN,O=测试机构,CN=时间戳服务", Profile.TIME_STAMPER, FROM, UNTIL);
    }

    public Trust trust(X509CRL... lists) {
        return new Trust(List.of(root.authority().certificate()), List.of(), List.of(lists));
    }
}
