// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.supervision.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guidang.detection.Phase;
import org.guidang.detection.Profile;
import org.guidang.detection.core.virus.ClamdScanner;
import org.guidang.detection.core.virus.VirusScanner;
import org.guidang.detection.xml.ProfileReader;
import org.guidang.detection.xml.ProfileUnreadableException;
import org.guidang.seal.core.revocation.AllowedHosts;

/**
 * What the command line asks for.
 *
 * @param command first word
 * @param json one object per file and line in place of sentences
 * @param locale language of sentences
 * @param anchors folders of PEM certificates and revocation lists; none: then nobody is trusted
 * @param at the instant that is judged for
 * @param packages folder of the packages a list is compared with; null for none
 * @param values other options with a value, by name without dashes
 * @param files what is left
 */
record Options(
        String command,
        boolean json,
        Locale locale,
        List<Path> anchors,
        Instant at,
        Path packages,
        Map<String, String> values,
        List<String> files) {

    private static final Set<String> WITH_VALUE = Set.of(
            "--anchors",
            "--packages",
            "--at",
            "--lang",
            "--to",
            "--output",
            "--key",
            "--tsa",
            "--scanner",
            "--stage",
            "--profile",
            "--lock-key",
            "--previous");

    static Options parse(List<String> words, Instant now) throws UsageException {
        Map<String, String> values = new HashMap<>();
        List<String> files = new ArrayList<>();
        List<Path> anchors = new ArrayList<>();
        boolean json = false;
        boolean literal = false;
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if (literal || !word.startsWith("--")) {
                files.add(word);
            } else if (word.equals("--")) {
                literal = true;
            } else if (word.equals("--json")) {
                json = true;
            } else if (word.equals("--online")) {
                values.put("online", "");
            } else if (word.startsWith("--online=")) {
                values.put("online", word.substring("--online=".length()));
            } else {
                int equals = word.indexOf('=');
                String name = equals < 0 ? word : word.substring(0, equals);
                if (!WITH_VALUE.contains(name) || equals < 0 && i + 1 == words.size()) {
                    throw new UsageException("supervision.cli.option-unknown", word);
                }
                String value = equals < 0 ? words.get(++i) : word.substring(equals + 1);
                if (name.equals("--anchors")) {
                    anchors.add(path(value));
                } else {
                    values.put(name.substring(2), value);
                }
            }
        }
        return new Options(
                words.isEmpty() ? "" : words.get(0),
                json,
                locale(values.get("lang")),
                List.copyOf(anchors),
                instant(values.get("at"), now),
                folder(values.get("packages")),
                Map.copyOf(values),
                List.copyOf(files));
    }

    /**
     * Who may be asked for the status of certificates: nobody without {@code --online}, every public host with it, only
     * those listed with {@code --online=HOSTS}.
     */
    AllowedHosts online() throws UsageException {
        String hosts = values.get("online");
        if (hosts == null) {
            return AllowedHosts.none();
        }
        try {
            return hosts.isBlank() ? AllowedHosts.anyPublicAnd("") : AllowedHosts.listed(hosts);
        } catch (IllegalArgumentException malformed) {
            throw new UsageException("supervision.cli.hosts-malformed", hosts);
        }
    }

    /** The scanner to ask ({@code --scanner host:port} or the path of a socket); absent when none is named. */
    VirusScanner scanner() throws UsageException {
        String address = values.get("scanner");
        try {
            return address == null ? VirusScanner.absent() : ClamdScanner.at(address, ClamdScanner.USUAL_LIMIT);
        } catch (IllegalArgumentException malformed) {
            throw new UsageException("supervision.cli.scanner-malformed", address);
        }
    }

    /** The stage whose items a package is tested by ({@code --stage GD}, YJ or CQ); empty when none is named. */
    Optional<Phase> stage() throws UsageException {
        String prefix = values.get("stage");
        try {
            return Optional.ofNullable(prefix).map(Phase::ofPrefix);
        } catch (IllegalArgumentException unknown) {
            throw new UsageException("supervision.cli.stage-unknown", prefix);
        }
    }

    /** The edition those items are of; DA/T 70-2018 unless {@code --profile} says otherwise. */
    Profile profile() throws UsageException {
        String id = values.getOrDefault("profile", "DAT70-2018");
        try {
            return ProfileReader.shipped(id);
        } catch (ProfileUnreadableException unknown) {
            throw new UsageException("supervision.cli.profile-unknown", id);
        }
    }

    static Path path(String text) throws UsageException {
        try {
            return text == null ? null : Path.of(text);
        } catch (InvalidPathException impossible) {
            throw new UsageException("supervision.cli.path-impossible", text);
        }
    }

    private static Path folder(String text) throws UsageException {
        Path folder = path(text);
        if (folder != null && !Files.isDirectory(folder)) {
            throw new UsageException("supervision.cli.no-such-folder", text);
        }
        return folder;
    }

    private static Instant instant(String text, Instant now) throws UsageException {
        try {
            return text == null ? now : Instant.parse(text);
        } catch (DateTimeParseException malformed) {
            throw new UsageException("supervision.cli.instant-malformed", text);
        }
    }

    private static Locale locale(String language) throws UsageException {
        if (language == null) {
            return Locale.getDefault().getLanguage().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        }
        return switch (language.toLowerCase(Locale.ROOT)) {
            case "zh", "zh-cn", "zh_cn" -> Locale.SIMPLIFIED_CHINESE;
            case "en" -> Locale.ENGLISH;
            default -> throw new UsageException("supervision.cli.language-unknown", language);
        };
    }
}
