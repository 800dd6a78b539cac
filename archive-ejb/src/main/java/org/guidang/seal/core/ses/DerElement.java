// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.ses;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One element of a DER structure as a window on the octets it came from. Nothing is decoded and encoded again, so
 * {@link #encoded()} is exactly what somebody signed, even where the encoding is not canonical.
 */
public final class DerElement {

    public static final int INTEGER = 0x02;
    public static final int BIT_STRING = 0x03;
    public static final int OCTET_STRING = 0x04;
    public static final int OBJECT_IDENTIFIER = 0x06;
    public static final int UTC_TIME = 0x17;
    public static final int GENERALIZED_TIME = 0x18;
    public static final int SEQUENCE = 0x30;
    public static final int TAGGED_0 = 0xa0;

    /** Elements one structure of ours may hold side by side. */
    private static final int MOST_CHILDREN = 10_000;

    private final byte[] octets;
    private final int start;
    private final int content;
    private final int end;

    private DerElement(byte[] octets, int start, int limit) throws MalformedSealException {
        if (start + 2 > limit) {
            throw new MalformedSealException(start, "ends inside a header");
        }
        int first = octets[start + 1] & 0xff;
        this.octets = octets;
        this.start = start;
        this.content = first < 0x80 ? start + 2 : start + 2 + (first & 0x7f);
        long stop = content + DerGuard.length(octets, start + 1, limit);
        if (stop > limit) {
            throw new MalformedSealException(start, "length runs beyond its parent");
        }
        this.end = (int) stop;
    }

    /**
     * The one element that the octets are.
     *
     * @throws MalformedSealException when the structure breaks the limits of {@link DerGuard} or something follows it
     */
    public static DerElement of(byte[] octets) throws MalformedSealException {
        int length = DerGuard.check(octets, false);
        if (length != octets.length) {
            throw new MalformedSealException(length, (octets.length - length) + " octets follow the structure");
        }
        return new DerElement(octets, 0, octets.length);
    }

    public int tag() {
        return octets[start] & 0xff;
    }

    public int place() {
        return start;
    }

    /** Tag, length and content, exactly as they were read. */
    public byte[] encoded() {
        return Arrays.copyOfRange(octets, start, end);
    }

    public byte[] content() {
        return Arrays.copyOfRange(octets, content, end);
    }

    /** The elements of a constructed element, in order. */
    public List<DerElement> children() throws MalformedSealException {
        if ((tag() & 0x20) == 0) {
            throw new MalformedSealException(start, "expected a sequence, found tag " + tag());
        }
        List<DerElement> children = new ArrayList<>();
        for (int at = content; at < end; at = children.get(children.size() - 1).end) {
            if (children.size() == MOST_CHILDREN) {
                throw new MalformedSealException(at, "more than " + MOST_CHILDREN + " elements side by side");
            }
            children.add(new DerElement(octets, at, end));
        }
        return children;
    }

    /** The elements of a SEQUENCE, whose number must lie between the two given. */
    public List<DerElement> sequence(int least, int most) throws MalformedSealException {
        require(SEQUENCE);
        List<DerElement> children = children();
        if (children.size() < least || children.size() > most) {
            throw new MalformedSealException(start, "a sequence of " + children.size() + " elements");
        }
        return children;
    }

    public byte[] octetString() throws MalformedSealException {
        return require(OCTET_STRING).content();
    }

    /** The octets of a BIT STRING without unused bits. */
    public byte[] bitString() throws MalformedSealException {
        require(BIT_STRING);
        if (end == content || octets[content] != 0) {
            throw new MalformedSealException(start, "a bit string that is not whole octets");
        }
        return Arrays.copyOfRange(octets, content + 1, end);
    }

    /** A small whole number, such as a version or a length in millimetres. */
    public int number() throws MalformedSealException {
        require(INTEGER);
        if (end == content || end - content > 4) {
            throw new MalformedSealException(start, "a number of " + (end - content) + " octets");
        }
        return new BigInteger(content()).intValue();
    }

    /** A string of any of the string types. Makers put Chinese into IA5String; it is read as UTF-8 all the same. */
    public String text() throws MalformedSealException {
        int tag = tag();
        if (tag != 0x0c && tag != 0x13 && tag != 0x16 && tag != 0x14 && tag != 0x1a && tag != 0x1e) {
            throw new MalformedSealException(start, "expected a string, found tag " + tag);
        }
        return new String(
                octets, content, end - content, tag == 0x1e ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8);
    }

    /** An object identifier in dotted form. */
    public String oid() throws MalformedSealException {
        require(OBJECT_IDENTIFIER);
        if (end == content || end - content > 64 || (octets[end - 1] & 0x80) != 0) {
            throw new MalformedSealException(start, "not an object identifier");
        }
        StringBuilder dotted = new StringBuilder();
        BigInteger arc = BigInteger.ZERO;
        for (int at = content; at < end; at++) {
            arc = arc.shiftLeft(7).or(BigInteger.valueOf(octets[at] & 0x7f));
            if ((octets[at] & 0x80) != 0) {
                continue;
            }
            if (dotted.isEmpty()) {
                int first = Math.min(arc.intValue() / 40, 2);
                dotted.append(first).append('.').append(arc.subtract(BigInteger.valueOf(40L * first)));
            } else {
                dotted.append('.').append(arc);
            }
            arc = BigInteger.ZERO;
        }
        return dotted.toString();
    }

    /** A UTCTime or GeneralizedTime. */
    public Instant time() throws MalformedSealException {
        if (tag() != UTC_TIME && tag() != GENERALIZED_TIME) {
            throw new MalformedSealException(start, "expected a time, found tag " + tag());
        }
        return SealTimes.read(text(content, end), start);
    }

    private String text(int from, int to) {
        return new String(octets, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private DerElement require(int tag) throws MalformedSealException {
        if (tag() != tag) {
            throw new MalformedSealException(start, "expected tag " + tag + ", found " + tag());
        }
        return this;
    }
}
