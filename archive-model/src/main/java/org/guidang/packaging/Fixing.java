// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging;

import java.io.Serializable;
import java.time.Instant;
import org.guidang.shared.Digest;
import org.guidang.shared.Fixity;

/**
 * What fixing (固化) left: the octets of the zip, the manifest that names every file in it, who signed the manifest, and
 * when a time-stamp authority saw the signature.
 *
 * @param zip fixity of the whole zip, and its address in the content store
 * @param manifest SM3 digest of {@code 固化信息/manifest.xml}
 * @param files number of files of the case in the zip, metadata and fixing information not counted
 * @param contentOctets octets of these files
 * @param signer subject of the signing certificate, RFC 4514
 * @param timeStampedAt time in the RFC 3161 token inside the zip; null while none could be had (待补时间戳)
 */
public record Fixing(Fixity zip, Digest manifest, int files, long contentOctets, String signer, Instant timeStampedAt)
        implements Serializable {}
