// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.eep;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.guidang.packaging.core.Layout.DocumentRole;
import org.guidang.packaging.core.PackageView;
import org.guidang.packaging.core.SafeXml;
import org.guidang.shared.BusinessRuleException;
import org.guidang.shared.BusinessRuleException.Kind;
import org.guidang.shared.Finding;
import org.guidang.shared.Fixity;
import org.guidang.shared.Outcome;
import org.guidang.shared.core.FixityMeter;

/**
 * Writes a package as an encapsulation (DA/T 48-2009): the original type, or the modified type around an earlier one, which
 * stays inside with its signatures. Every file of the package is data of it, so that the package can be put together again
 * octet for octet; data that an earlier package holds already are referred to. The signed element is written in canonical
 * form, so that one pass writes and measures it.
 */
public final class EepExport {

    private final PackageView view;
    private final Fixity zip;
    private final byte[] laterToken;
    private final Instant at;
    private final Path previous;
    private final EepReading earlier;
    private final List<Finding> findings = new ArrayList<>();

    private EepExport(PackageView view, Fixity zip, byte[] laterToken, Instant at, Path previous, EepReading earlier) {
        this.view = view;
        this.zip = zip;
        this.laterToken = laterToken;
        this.at = at;
        this.previous = previous;
        this.earlier = earlier;
    }

    /**
     * @param zip fixity of the package's zip
     * @param laterToken time-stamp kept beside the zip; null for none
     * @param at 封装包创建时间
     * @param previous the encapsulation that is modified; null for an original one
     * @param lock who locks the signature (锁定签名); null for nobody
     * @param target must not exist; nothing remains of it when this fails
     * @return warnings: required metadata the package does not know
     * @throws BusinessRuleException CONTENT when the earlier encapsulation is bad or was modified too often
     */
    public static List<Finding> write(
            PackageView view,
            Fixity zip,
            byte[] laterToken,
            Instant at,
            Path previous,
            EepSigner signer,
            EepSigner lock,
            Path target)
            throws IOException, GeneralSecurityException {
        EepReading earlier = previous == null ? null : EepReader.read(previous);
        if (earlier != null) {
            if (Outcome.of(earlier.findings()) == Outcome.FAILED) {
                throw new BusinessRuleException(
                        Kind.CONTENT, "packaging.eep.previous-bad", earlier.findings(), previous.getFileName());
            }
            if (earlier.modifications() >= Eep.MOST_MODIFICATIONS) {
                throw new BusinessRuleException(
                        Kind.CONTENT, "packaging.eep.too-often", previous.getFileName(), Eep.MOST_MODIFICATIONS);
            }
        }
        EepExport export = new EepExport(view, zip, laterToken, at, previous, earlier);
        try (FileChannel channel = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 64 * 1024)) {
            try {
                export.write(out, signer, lock);
                out.flush();
                channel.force(true);
            } catch (IOException | GeneralSecurityException | RuntimeException unfinished) {
                Files.deleteIfExists(target);
                throw unfinished;
            }
        }
        return export.findings;
    }

    private int number() {
        return earlier == null ? 0 : earlier.modifications() + 1;
    }

    private void write(OutputStream out, EepSigner signer, EepSigner lock)
            throws IOException, GeneralSecurityException {
        raw(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + Eep.ROOT + " xmlns=\"" + Eep.NAMESPACE + "\">\n");
        raw(out, "<封装包格式描述>本封装包按DA/T 48-2009《基于XML的电子文件封装规范》生成</封装包格式描述>\n<版本>" + Eep.EDITION + "</版本>\n");
        Fixity object = measured(out, this::signedObject);
        raw(out, "\n<" + Eep.SIGNATURE_BLOCK + ">");
        String id = "修改" + number() + "-签名1";
        Fixity signature = measured(out, xml -> {
            xml.start(Eep.SIGNATURE);
            xml.leaf("签名标识符", id);
            signer.write(xml, object);
            xml.end();
        });
        raw(out, "</" + Eep.SIGNATURE_BLOCK + ">");
        if (lock != null) {
            CanonicalWriter xml = new CanonicalWriter(out);
            xml.start(Eep.LOCK);
            xml.leaf("被锁定签名标识符", id);
            lock.write(xml, signature);
            xml.end();
        }
        raw(out, "\n</" + Eep.ROOT + ">\n");
    }

    private static void raw(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @FunctionalInterface
    private interface Writing {
        void to(CanonicalWriter xml) throws IOException, GeneralSecurityException;
    }

    /** Writes one element in canonical form and measures its octets. */
    private static Fixity measured(OutputStream out, Writing element) throws IOException, GeneralSecurityException {
        FixityMeter meter = new FixityMeter();
        element.to(new CanonicalWriter(new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                write(new byte[] {(byte) octet}, 0, 1);
            }

            @Override
            public void write(byte[] octets, int offset, int length) throws IOException {
                meter.write(octets, offset, length);
                out.write(octets, offset, length);
            }
        }));
        return meter.fixity();
    }

    private void signedObject(CanonicalWriter xml) throws IOException {
        xml.start(Eep.SIGNED_OBJECT, "eep版本", Eep.EDITION);
        xml.leaf("封装包类型", earlier == null ? Eep.ORIGINAL : Eep.MODIFIED);
        xml.leaf("封装包类型描述", earlier == null ? "首次封装，未经修改" : "修改后重新封装，内含修改前的封装包");
        xml.leaf("封装包创建时间", EepSigner.time(at));
        xml.leaf(
                "封装包创建单位",
                view.metadata().value(DocumentRole.BASICS, "DepartmentName").orElse(""));
        EepContent content = new EepContent(view, zip, laterToken, at, number(), earlier, findings::add);
        if (earlier == null) {
            content.write(xml, "封装内容");
        } else {
            xml.start("修改封装内容");
            xml.leaf("修改标识符", "修改" + number());
            xml.start(Eep.EARLIER);
            copyEarlier(xml);
            xml.end();
            content.write(xml, "修订内容");
            xml.end();
        }
        xml.end();
    }

    /** What was signed, and the signatures over it; the lock has no place inside (DA/T 48 gives it none). */
    private void copyEarlier(CanonicalWriter xml) throws IOException {
        try (InputStream in = Files.newInputStream(previous)) {
            XMLStreamReader reader = SafeXml.streaming(in);
            int depth = 0;
            int copying = -1;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    String name = reader.getLocalName();
                    if (copying < 0
                            && depth == 1
                            && (name.equals(Eep.SIGNED_OBJECT) || name.equals(Eep.SIGNATURE_BLOCK))) {
                        copying = depth;
                    }
                    depth++;
                }
                if (copying >= 0) {
                    xml.event(reader);
                }
                if (event == XMLStreamConstants.END_ELEMENT && --depth == copying) {
                    copying = -1;
                }
            }
        } catch (XMLStreamException changedMeanwhile) {
            throw new IOException(changedMeanwhile.getMessage(), changedMeanwhile);
        }
    }
}
