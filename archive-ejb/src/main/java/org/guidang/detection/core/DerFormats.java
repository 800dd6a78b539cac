// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Signatures, certificates, seals and evidence: ASN.1 in DER, or PEM around it. Looks at the first elements only; whether
 * the rest holds is for their examiners.
 */
final class DerFormats {

    private static final byte[] SIGNED_DATA = hex("2a864886f70d010702");
    private static final byte[] GM_SIGNED_DATA = hex("2a811ccf5506010402 02");
    private static final byte[] TST_INFO = hex("2a864886f70d0109100104");

    private DerFormats() {}

    static String of(FileEnds ends) {
        if (ends.starts("-----BEGIN ")) {
            return ofPem(ends);
        }
        return ofDer(ends.head, ends.length);
    }

    private static String ofPem(FileEnds ends) {
        String text = ends.headText(FileEnds.WINDOW);
        String label = text.substring(11, Math.max(11, text.indexOf("-----", 11)));
        return switch (label) {
            case "CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE" -> "cer";
            case "X509 CRL" -> "crl";
            case "PKCS7", "CMS" -> "cms";
            default -> label.contains("PRIVATE KEY") ? "pem" : ofBase64(text);
        };
    }

    private static String ofBase64(String text) {
        int from = text.indexOf('\n') + 1;
        int to = text.indexOf("-----END", from);
        if (from <= 0 || to < 0) {
            return "pem";
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(text.substring(from, to).getBytes(StandardCharsets.US_ASCII));
            String inner = ofDer(der, der.length);
            return inner.isEmpty() ? "pem" : inner;
        } catch (IllegalArgumentException notBase64) {
            return "pem";
        }
    }

    private static String ofDer(byte[] head, long length) {
        if (head.length < 8 || head[0] != 0x30) {
            return "";
        }
        int inner = headerLength(head, 0);
        if (inner < 0 || contentEnd(head, 0) != length && !indefinite(head)) {
            return "";
        }
        int at = inner;
        if (tag(head, at) == 0x06) {
            byte[] oid = value(head, at);
            if (Arrays.equals(oid, SIGNED_DATA) || Arrays.equals(oid, GM_SIGNED_DATA)) {
                return contains(head, TST_INFO, 512) ? "tst" : "cms";
            }
            return "";
        }
        if (tag(head, at) == 0x02) {
            // EvidenceRecord ::= SEQUENCE { version INTEGER (1), digestAlgorithms SEQUENCE … } (RFC 4998)
            byte[] version = value(head, at);
            int next = (int) contentEnd(head, at);
            boolean one = version.length == 1 && version[0] == 1;
            return one && tag(head, next) == 0x30 && tag(head, next + 2) == 0x30 ? "ers" : "";
        }
        if (tag(head, at) == 0x30) {
            return ofSequence(head, at);
        }
        return "";
    }

    private static String ofSequence(byte[] head, int at) {
        int first = at + headerOf(head, at);
        // TimeStampResp ::= SEQUENCE { PKIStatusInfo { status INTEGER 0 or 1 }, token }
        if (tag(head, first) == 0x02
                && value(head, first).length == 1
                && value(head, first)[0] <= 1
                && contains(head, TST_INFO, 512)) {
            return "tst";
        }
        // SESeal: SES_SealInfo begins with SES_Header { "ES", version, … } (GB/T 38540, GM/T 0031)
        if (tag(head, first) == 0x30) {
            int header = first + headerOf(head, first);
            if (tag(head, header) == 0x16
                    && Arrays.equals(value(head, header), "ES".getBytes(StandardCharsets.US_ASCII))) {
                return "esl";
            }
        }
        // Certificate: tbs begins with [0] version or a serial number; a list's tbs begins with version or algorithm.
        if (tag(head, first) == 0xa0) {
            return "cer";
        }
        return contains(head, hex("170d"), 512) || contains(head, hex("180f"), 512) ? "crl" : "";
    }

    private static boolean indefinite(byte[] head) {
        return (head[1] & 0xff) == 0x80;
    }

    private static int tag(byte[] der, int at) {
        return at >= 0 && at < der.length ? der[at] & 0xff : -1;
    }

    private static int headerOf(byte[] der, int at) {
        return Math.max(0, headerLength(der, at));
    }

    /** Octets of tag and length; -1 when they are not there. */
    private static int headerLength(byte[] der, int at) {
        if (at + 1 >= der.length) {
            return -1;
        }
        int first = der[at + 1] & 0xff;
        int more = first > 0x80 ? first - 0x80 : 0;
        return more > 4 || at + 2 + more > der.length ? -1 : 2 + more;
    }

    private static long contentEnd(byte[] der, int at) {
        int header = headerLength(der, at);
        if (header < 0) {
            return -1;
        }
        long length = 0;
        if (header == 2) {
            length = der[at + 1] & 0x7f;
        }
        for (int i = 2; i < header; i++) {
            length = length << 8 | der[at + i] & 0xff;
        }
        return at + header + length;
    }

    private static byte[] value(byte[] der, int at) {
        int from = at + headerOf(der, at);
        long to = contentEnd(der, at);
        return to > der.length || to < from ? new byte[0] : Arrays.copyOfRange(der, from, (int) to);
    }

    private static boolean contains(byte[] in, byte[] what, int limit) {
        int last = Math.min(limit, in.length) - what.length;
        for (int at = 0; at <= last; at++) {
            if (Arrays.equals(in, at, at + what.length, what, 0, what.length)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] hex(String digits) {
        return java.util.HexFormat.of().parseHex(digits.replace(" ", ""));
    }
}
