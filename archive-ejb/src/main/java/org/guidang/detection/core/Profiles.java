// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import org.guidang.detection.Profile;
import org.guidang.detection.ProfileVariation;
import org.guidang.detection.xml.ProfileReader;
import org.guidang.detection.xml.VariationReader;
import org.guidang.shared.Digest;
import org.guidang.shared.core.FixityMeter;

/** Profiles ready to test by: an edition as it is, or a variation of one under its own digest. */
public final class Profiles {

    private Profiles() {}

    /** An edition or a variation that comes with the product, by id. */
    public static Profile shipped(String id) {
        return VariationReader.shipped(id).map(Profiles::of).orElseGet(() -> ProfileReader.shipped(id));
    }

    public static Profile of(ProfileVariation variation) {
        return variation.profile(digest(variation));
    }

    /** SM3 over the canonical form. */
    public static Digest digest(ProfileVariation variation) {
        return new Digest(Digest.SM3, FixityMeter.measure(variation.canonical()).sm3());
    }
}
