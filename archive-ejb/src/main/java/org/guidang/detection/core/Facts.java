// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guidang.detection.core.virus.VirusScanner;
import org.guidang.seal.core.Trust;
import org.guidang.shared.Fixity;

/**
 * What the caller knows beside the package itself. What is not known is empty, and the items that need it say so.
 *
 * @param now the instant validity is judged for
 * @param trust whom to believe
 * @param scanner for viruses; absent is a scanner too
 * @param carrier on what the package came
 * @param registered what the sender registered of the package
 * @param scope the archiving scope of the service item; when empty, the one in the package is taken
 * @param register the register of packages; empty where there is no database (command line, dry run)
 */
public record Facts(
        Instant now,
        Trust trust,
        VirusScanner scanner,
        Carrier carrier,
        Optional<Registered> registered,
        Optional<List<Material>> scope,
        Optional<Register> register) {

    /** On what a package travels. */
    public enum Carrier {
        ONLINE,
        CARRIER,
        DISC
    }

    /**
     * What the sender registered (登记表, 移交清单).
     *
     * @param files files of the case
     * @param contentOctets octets of these files
     */
    public record Registered(Fixity zip, int files, long contentOctets) {}

    /** One material of the archiving scope (归档范围). */
    public record Material(String name, boolean required) {}

    /** The register of packages, asked for this one package. */
    public interface Register {

        /** What the database holds of the package version; empty when it holds none. May throw when it does not answer. */
        Optional<Row> row(String packageNumber, int version);

        /** Number of another package made of the same case; empty for none. */
        Optional<String> otherPackageOf(String applicationNumber, String packageNumber);

        /** A row of the register. */
        record Row(String applicationNumber, String itemCode, String title) {}
    }

    /** Nothing known but whom to believe and who scans. */
    public static Facts of(Instant now, Trust trust, VirusScanner scanner) {
        return new Facts(now, trust, scanner, Carrier.ONLINE, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Facts registered(Registered registered) {
        return new Facts(now, trust, scanner, carrier, Optional.of(registered), scope, register);
    }

    public Facts scope(List<Material> scope) {
        return new Facts(now, trust, scanner, carrier, registered, Optional.of(List.copyOf(scope)), register);
    }

    public Facts register(Register register) {
        return new Facts(now, trust, scanner, carrier, registered, scope, Optional.of(register));
    }

    public Facts on(Carrier carrier) {
        return new Facts(now, trust, scanner, carrier, registered, scope, register);
    }
}
