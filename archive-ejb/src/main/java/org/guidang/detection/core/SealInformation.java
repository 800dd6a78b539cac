// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.guidang.shared.Outcome;

/**
 * What a person is shown of one seal or signature on a file (签章信息): who made it with which seal, when, over what,
 * and what became of its verification. All strings come from the file: escape them.
 *
 * @param id of the signature in the file: the number in an OFD, the field in a PDF
 * @param withSeal true for an electronic seal, false for a signature or time-stamp without one
 * @param standard the structure it is built by, such as "GB/T 38540-2020" or a PDF SubFilter; empty when it could not
 *     be read
 * @param maker subject of the seal maker's certificate
 * @param signer subject of the signer's certificate
 * @param issuer of the signer's certificate
 * @param claimedTime what the signer says; null when nothing is said
 * @param provenTime what a trusted time-stamp proves; null when none does
 * @param sealValidFrom null without a seal
 * @param sealValidTo null without a seal
 * @param pages page references the seal is drawn on
 * @param stamps where on them
 * @param picture of the seal, PNG, JPEG, GIF or BMP; empty unless everything about the seal was verified, because a picture
 *     people see is what they believe
 * @param protectedFiles parts whose digest was verified, in a PDF the octets covered
 * @param standing of the signer's certificate, a name of {@code TrustVerdict.Standing}; empty when never judged
 * @param outcome PASSED only when every step passed
 * @param codes of all findings about this seal, in order
 */
public record SealInformation(
        String id,
        boolean withSeal,
        String standard,
        String sealName,
        String sealId,
        String maker,
        String signer,
        String issuer,
        Instant claimedTime,
        Instant provenTime,
        Instant sealValidFrom,
        Instant sealValidTo,
        List<String> pages,
        List<Stamp> stamps,
        byte[] picture,
        List<String> protectedFiles,
        String standing,
        Outcome outcome,
        List<String> codes)
        implements Serializable {

    /**
     * One impression of the seal.
     *
     * @param page identifier of the page in the file
     * @param x from the left of the page, millimetres
     * @param y from its top, millimetres
     * @param width millimetres
     * @param height millimetres
     */
    public record Stamp(String page, double x, double y, double width, double height) implements Serializable {}

    public SealInformation {
        stamps = List.copyOf(stamps);
        picture = picture.clone();
        pages = List.copyOf(pages);
        protectedFiles = List.copyOf(protectedFiles);
        codes = List.copyOf(codes);
    }

    @Override
    public byte[] picture() {
        return picture.clone();
    }
}
