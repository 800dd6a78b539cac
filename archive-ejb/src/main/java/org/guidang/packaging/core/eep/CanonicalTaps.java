// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.eep;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamReader;
import org.guidang.shared.Fixity;
import org.guidang.shared.core.FixityMeter;

/** Measures elements in canonical form while they are read, elements inside elements at the same time. */
final class CanonicalTaps {

    private record Tap(CanonicalWriter form, FixityMeter meter, Object owner) {}

    private final List<Tap> taps = new ArrayList<>();

    /** From the element that begins now. */
    void begin(Object owner) {
        FixityMeter meter = new FixityMeter();
        taps.add(new Tap(new CanonicalWriter(meter), meter, owner));
    }

    void event(XMLStreamReader xml) throws IOException {
        for (Tap tap : taps) {
            tap.form().event(xml);
        }
    }

    /** At the end of the element that began last. */
    Fixity end(Object owner) {
        Tap last = taps.remove(taps.size() - 1);
        if (last.owner() != owner) {
            throw new IllegalStateException("elements end in the order they began");
        }
        return last.meter().fixity();
    }
}
