// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.guidang.detection.core.scheme.Times;
import org.guidang.seal.core.Trust;
import org.guidang.shared.core.FixityMeter;

/** Fingerprints of what a run had from outside the package: equal when nothing changed that a check could read. */
final class Inputs {

    private Inputs() {}

    /**
     * @param laterToken time-stamp that came after fixing; null for none
     * @param packageNumber of which the register is asked
     */
    static Map<String, String> of(Facts facts, byte[] laterToken, String packageNumber, int version) {
        Map<String, String> inputs = new TreeMap<>();
        inputs.put(
                Input.MOMENT.name(),
                print(facts.now().atZone(Times.HERE).toLocalDate()
                        + trust(facts.trust())
                        + (laterToken == null ? "" : Base64.getEncoder().encodeToString(laterToken))));
        inputs.put(Input.REGISTERED.name(), print(facts.registered()));
        inputs.put(Input.SCOPE.name(), print(facts.scope()));
        inputs.put(Input.CARRIER.name(), print(facts.carrier()));
        inputs.put(Input.SCANNER.name(), print(facts.scanner().engine()));
        inputs.put(Input.REGISTER.name(), register(facts, packageNumber, version));
        return inputs;
    }

    /** A register that does not answer is another one each time. */
    private static String register(Facts facts, String packageNumber, int version) {
        try {
            Optional<Facts.Register.Row> row =
                    facts.register().flatMap(register -> register.row(packageNumber, version));
            Optional<String> other = facts.register()
                    .flatMap(register ->
                            row.flatMap(known -> register.otherPackageOf(known.applicationNumber(), packageNumber)));
            return print(facts.register().isPresent() + "\n" + row + "\n" + other);
        } catch (RuntimeException silent) {
            return "silent " + facts.now();
        }
    }

    private static String trust(Trust trust) {
        StringBuilder all = new StringBuilder();
        try {
            for (X509Certificate anchor : trust.anchors()) {
                all.append("a ").append(print(Base64.getEncoder().encodeToString(anchor.getEncoded())));
            }
            for (X509Certificate helper : trust.helpers()) {
                all.append("h ").append(print(Base64.getEncoder().encodeToString(helper.getEncoded())));
            }
            for (X509CRL list : trust.revocationLists()) {
                all.append("r ").append(print(Base64.getEncoder().encodeToString(list.getEncoded())));
            }
        } catch (GeneralSecurityException notEncodable) {
            throw new IllegalArgumentException(notEncodable);
        }
        return all.toString();
    }

    private static String print(Object value) {
        return FixityMeter.measure(String.valueOf(value).getBytes(StandardCharsets.UTF_8))
                .sha256();
    }
}
