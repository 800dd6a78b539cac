// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.ses;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Date;
import javax.imageio.ImageIO;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.guidang.seal.core.SigningKey;

/**
 * An electronic seal (SESeal) and signatures made with it (SES_Signature) in the structures of GB/T 38540-2020. The maker
 * signs the seal, the owner what it is put on. For trying the product out: its picture says 演示 (demonstration).
 */
public final class DemonstrationSeal {

    private static final int VERSION = 4;
    private static final int UNIT = 1;
    private static final int CERTIFICATES_WHOLE = 1;
    private static final int MILLIMETRES = 40;
    private static final int PIXELS = 240;

    private final SigningKey owner;
    private final byte[] encoded;

    /**
     * Makes a seal valid for the time of its owner's certificate.
     *
     * @param name as it stands on the seal
     */
    public DemonstrationSeal(String id, String name, SigningKey maker, SigningKey owner, Instant now)
            throws IOException, GeneralSecurityException {
        this.owner = owner;
        DERSequence header =
                sequence(new DERIA5String("ES"), new ASN1Integer(VERSION), new DERIA5String("guidang-demonstration"));
        DERSequence property = sequence(
                new ASN1Integer(UNIT),
                new DERUTF8String(name),
                new ASN1Integer(CERTIFICATES_WHOLE),
                sequence(new DEROctetString(owner.certificate().getEncoded())),
                new ASN1GeneralizedTime(Date.from(now)),
                new ASN1GeneralizedTime(owner.certificate().getNotBefore()),
                new ASN1GeneralizedTime(owner.certificate().getNotAfter()));
        DERSequence picture = sequence(
                new DERIA5String("PNG"),
                new DEROctetString(picture()),
                new ASN1Integer(MILLIMETRES),
                new ASN1Integer(MILLIMETRES));
        DERSequence information = sequence(header, new DERIA5String(id), property, picture);
        encoded = sequence(
                        information,
                        new DEROctetString(maker.certificate().getEncoded()),
                        algorithm(maker),
                        new DERBitString(maker.sign(information.getEncoded(ASN1Encoding.DER))))
                .getEncoded(ASN1Encoding.DER);
    }

    /** The seal, as it goes into Seal.esl. */
    public byte[] encoded() {
        return encoded.clone();
    }

    /** Object identifier of the signatures made with the seal. */
    public String algorithm() {
        return algorithm(owner).getId();
    }

    /**
     * A signature over the digest of what the seal is put on, as it goes into SignedValue.dat.
     *
     * @param digest of Signature.xml, by SM3
     * @param property path of Signature.xml
     */
    public byte[] sign(byte[] digest, String property, Instant now) throws IOException, GeneralSecurityException {
        DERSequence toSign = sequence(
                new ASN1Integer(VERSION),
                ASN1Primitive.fromByteArray(encoded),
                new ASN1GeneralizedTime(Date.from(now)),
                new DERBitString(digest),
                new DERIA5String(property));
        return sequence(
                        toSign,
                        new DEROctetString(owner.certificate().getEncoded()),
                        algorithm(owner),
                        new DERBitString(owner.sign(toSign.getEncoded(ASN1Encoding.DER))))
                .getEncoded(ASN1Encoding.DER);
    }

    private static ASN1ObjectIdentifier algorithm(SigningKey key) {
        return key.suite().signatureIdentifier().getAlgorithm();
    }

    private static DERSequence sequence(ASN1Encodable... parts) {
        ASN1EncodableVector vector = new ASN1EncodableVector();
        for (var part : parts) {
            vector.add(part);
        }
        return new DERSequence(vector);
    }

    /** The strokes of 演示, each a line of points in a square of 100; drawn, since a server need not have fonts. */
    private static final int[][][] CHARACTERS = {
        {
            {8, 12, 18, 22},
            {4, 36, 14, 46},
            {4, 92, 20, 62},
            {62, 2, 66, 12},
            {30, 30, 30, 18, 96, 18, 96, 30},
            {38, 32, 88, 32},
            {63, 32, 63, 74},
            {40, 42, 40, 74},
            {40, 42, 86, 42, 86, 74},
            {40, 58, 86, 58},
            {40, 74, 86, 74},
            {50, 80, 32, 96},
            {76, 80, 94, 96}
        },
        {
            {22, 14, 78, 14},
            {6, 40, 94, 40},
            {50, 40, 50, 94, 38, 86},
            {30, 56, 12, 86},
            {70, 56, 90, 86}
        }
    };

    /** A red ring with a star and 演示 below it. */
    private static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(PIXELS, PIXELS, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(200, 20, 20));
        pen.setStroke(new BasicStroke(9));
        pen.draw(new Ellipse2D.Double(8, 8, PIXELS - 16, PIXELS - 16));
        Path2D star = new Path2D.Double();
        double middle = PIXELS / 2.0 - 14;
        for (int i = 0; i < 10; i++) {
            double angle = -Math.PI / 2 + i * Math.PI / 5;
            double radius = i % 2 == 0 ? 44 : 17;
            double x = PIXELS / 2.0 + radius * Math.cos(angle);
            double y = middle + radius * Math.sin(angle);
            if (i == 0) {
                star.moveTo(x, y);
            } else {
                star.lineTo(x, y);
            }
        }
        star.closePath();
        pen.fill(star);
        pen.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int i = 0; i < CHARACTERS.length; i++) {
            write(pen, CHARACTERS[i], PIXELS / 2.0 + (i - 1) * 46 + 4, PIXELS - 82, 0.38);
        }
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static void write(Graphics2D pen, int[][] strokes, double left, double top, double scale) {
        for (int[] stroke : strokes) {
            Path2D line = new Path2D.Double();
            line.moveTo(left + stroke[0] * scale, top + stroke[1] * scale);
            for (int i = 2; i < stroke.length; i += 2) {
                line.lineTo(left + stroke[i] * scale, top + stroke[i + 1] * scale);
            }
            pen.draw(line);
        }
    }
}
