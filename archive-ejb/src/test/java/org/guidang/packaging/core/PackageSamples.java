// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guidang.packaging.PackageDescription;
import org.guidang.packaging.PackageNumber;
import org.guidang.packaging.PackageVersion;
import org.guidang.packaging.core.PackageContent.CaseData;
import org.guidang.packaging.core.PackageContent.ContentFile;
import org.guidang.packaging.core.PackageContent.Material;
import org.guidang.packaging.core.PackageContent.Step;
import org.guidang.seal.TimeStampUnavailableException;
import org.guidang.seal.core.CertificateIssuer;
import org.guidang.seal.core.SigningKey;
import org.guidang.seal.core.Suite;
import org.guidang.seal.core.TimeStampAuthority;
import org.guidang.seal.core.TimeStampIssuer;
import org.guidang.seal.core.TimeStampRequestMaker;
import org.guidang.seal.core.TimeStampVerifier;
import org.guidang.seal.core.Trust;
import org.guidang.shared.Digest;
import org.guidang.shared.core.FixityMeter;

/** A small case, an authority that everybody in the test trusts, and a window and a time-stamper it certified. */
public final class PackageSamples {

    public static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");
    private static final Instant FROM = NOW.minusSeconds(86400);
    private static final Instant UNTIL = NOW.plusSeconds(365 * 86400L);

    private final CertificateIssuer root;
    private final SigningKey window;
    private final TimeStampIssuer stamper;

    public PackageSamples(Suite suite) {
        try {
            root = CertificateIssuer.root(suite, "CN=Root", FROM, UNTIL);
            window = root.issue("33000001", "CN=Window", CertificateIssuer.Profile.SIGNER, FROM, UNTIL);
            stamper = new TimeStampIssuer(
                    root.issue("tsa", "CN=TSA", CertificateIssuer.Profile.TIME_STAMPER, FROM, UNTIL),
                    Clock.fixed(NOW, ZoneOffset.UTC),
                    TimeStampIssuer.POLICY);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Trusts the root, and knows that nothing was revoked. */
    public Trust trust() {
        try {
            return new Trust(
                    List.of(root.authority().certificate()),
                    List.of(),
                    List.of(root.revocationList(Map.of(), FROM, UNTIL)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The window's. */
    public SigningKey key() {
        return window;
    }

    public ManifestSealer sealer() {
        return new SigningSealer(window, authority(), NOW);
    }

    /** Signs, but no time-stamp authority answers. */
    public ManifestSealer sealerWithoutTime() {
        return new SigningSealer(window, new SilentAuthority(), NOW);
    }

    public TimeStampAuthority authority() {
        return new LocalAuthority();
    }

    /** A real authority in the same process. */
    private final class LocalAuthority implements TimeStampAuthority {

        @Override
        public byte[] stamp(Digest imprint) {
            try {
                byte[] request = new TimeStampRequestMaker().make(imprint, null).encoded();
                return TimeStampVerifier.tokenOf(stamper.answer(request));
            } catch (Exception impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public boolean demonstration() {
            return true;
        }
    }

    private static final class SilentAuthority implements TimeStampAuthority {

        @Override
        public byte[] stamp(Digest imprint) {
            throw new TimeStampUnavailableException("seal.timestamp.unavailable");
        }

        @Override
        public boolean demonstration() {
            return false;
        }
    }

    /** A case with three files in two folders. */
    public static PackageContent content() {
        return content(Map.of(
                "申请材料/婚姻证明/电子出证记录.XML", "<description/>",
                "申请材料/婚姻证明/婚姻电子证照.ofd", "ofd",
                "办理结果/结果.pdf", "%PDF-"));
    }

    public static PackageContent content(Map<String, String> files) {
        List<ContentFile> all = new ArrayList<>();
        files.keySet().stream().sorted().forEach(path -> all.add(file(path, files.get(path))));
        return new PackageContent(
                new PackageVersion(PackageNumber.of("33000001", 2026, 123), 1),
                null,
                null,
                new PackageDescription(
                        "330000261711151100004",
                        "3D8BA7302D519F2643203E8A56B66CEE",
                        "婚姻登记",
                        "公共服务事项",
                        "张某婚姻登记",
                        "33000001",
                        "A001",
                        "YEARS_30",
                        2026),
                new CaseData(
                        "某某市民政局",
                        "某某市综合窗口",
                        "30年",
                        "张某\u0007𠮷",
                        "居民身份证",
                        "330102199001011234",
                        NOW.minusSeconds(7200),
                        NOW.minusSeconds(3600),
                        "准予登记",
                        null),
                NOW,
                1,
                List.of(new Material("婚姻证明", "申请材料", "ISSUING", true), new Material("结果", "办理结果", "RESULT", false)),
                List.of(
                        new Step("受理", "王五", "同意", "", NOW.minusSeconds(7000)),
                        new Step("决定", "赵六", "同意", "<准予>&", NOW.minusSeconds(3600))),
                all);
    }

    private static ContentFile file(String path, String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        return new ContentFile(
                path,
                "C:\\扫描\\" + path,
                "婚姻证明",
                "ISSUING",
                path.substring(path.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT),
                "PLATFORM",
                NOW,
                FixityMeter.measure(octets),
                () -> new ByteArrayInputStream(octets));
    }
}
