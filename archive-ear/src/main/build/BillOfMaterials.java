// SPDX-License-Identifier: AGPL-3.0-only
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Build step: writes the CycloneDX bills of materials of the provisioned server and of the EAR from the jars that are
 * really there, and fails when one of them is older than the floor allows. Run by
 * {@code java BillOfMaterials.java <server> <ear> <floor.csv> <folder for the bills>}.
 */
class BillOfMaterials {

    private static final Pattern FILE_NAME = Pattern.compile("(.+?)-(\\d[\\w.+-]*?)(-jakarta|-jre)?\\.jar");

    private static final Pattern GROUPED = Pattern.compile("(.+\\.[a-z0-9_]+)-([^.]+)");

    record Jar(String group, String artifact, String version, String place, String sha256) {

        String purl() {
            return group.isEmpty()
                    ? "pkg:generic/" + artifact + "@" + version
                    : "pkg:maven/" + group + "/" + artifact + "@" + version;
        }
    }

    record Floor(String artifact, String lowest, String because, String accepted) {}

    public static void main(String[] arguments) throws IOException {
        Path bills = Path.of(arguments[3]);
        List<Jar> server = serverJars(Path.of(arguments[0]));
        List<Jar> ear = earJars(Path.of(arguments[1]), bills);
        Files.writeString(bills.resolve("server-bom.json"), bill("guidang-server", server));
        Files.writeString(bills.resolve("archive-bom.json"), bill("guidang-archive", ear));

        List<Jar> all = new ArrayList<>(server);
        all.addAll(ear);
        List<String> below = below(all, floors(Path.of(arguments[2])));
        if (!below.isEmpty()) {
            below.forEach(line -> System.err.println("[ERROR] below the security floor: " + line));
            System.exit(1);
        }
        System.out.println("[INFO] " + server.size() + " jars on the server, " + ear.size()
                + " in the EAR, none below the security floor unaccepted");
    }

    private static List<Jar> serverJars(Path server) throws IOException {
        try (Stream<Path> files = Files.walk(server)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !file.startsWith(server.resolve("standalone")))
                    .sorted()
                    .map(file -> jar(server, file))
                    .toList();
        }
    }

    private static Jar jar(Path server, Path file) {
        try {
            String place = server.relativize(file).toString();
            String sha256 = sha256(file);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                List<? extends ZipEntry> own = zip.stream()
                        .filter(entry -> entry.getName().matches("META-INF/maven/[^/]+/[^/]+/pom\\.properties"))
                        .toList();
                if (own.size() == 1) {
                    Properties pom = new Properties();
                    try (InputStream in = zip.getInputStream(own.get(0))) {
                        pom.load(in);
                    }
                    return new Jar(
                            pom.getProperty("groupId", ""),
                            pom.getProperty("artifactId", ""),
                            pom.getProperty("version", ""),
                            place,
                            sha256);
                }
            }
            return named(file.getFileName().toString(), place, sha256);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file.toString(), unreadable);
        }
    }

    /** What a file name tells; the EAR writes {@code org.bouncycastle-bcprov-jdk18on-1.86.jar}, group first. */
    private static Jar named(String fileName, String place, String sha256) {
        Matcher name = FILE_NAME.matcher(fileName);
        if (!name.matches()) {
            return new Jar("", fileName.replaceFirst("\\.jar$", ""), "unknown", place, sha256);
        }
        Matcher grouped = GROUPED.matcher(name.group(1));
        return grouped.matches()
                ? new Jar(grouped.group(1), grouped.group(2), name.group(2), place, sha256)
                : new Jar("", name.group(1), name.group(2), place, sha256);
    }

    /** The jars of the EAR and those inside its web archive, laid out for a moment to be read. */
    private static List<Jar> earJars(Path ear, Path work) throws IOException {
        Path folder = Files.createTempDirectory(work, "ear");
        try {
            lay(ear, folder);
            for (Path war : below(folder, ".war")) {
                lay(war, Files.createDirectories(folder.resolve("web")));
            }
            return below(folder, ".jar").stream().map(file -> jar(folder, file)).toList();
        } finally {
            for (Path file : below(folder, "")) {
                Files.delete(file);
            }
        }
    }

    private static void lay(Path archive, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : zip.stream().filter(e -> e.getName().matches(".+\\.[jw]ar")).toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, folder.resolve(Path.of(entry.getName()).getFileName()));
                }
            }
        }
    }

    private static List<Path> below(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    private static Map<String, Floor> floors(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(";", 5))
                .map(cells -> new Floor(cells[0], cells[1], cells[2], cells[3]))
                .collect(Collectors.toMap(Floor::artifact, floor -> floor, (a, b) -> a, LinkedHashMap::new));
    }

    private static List<String> below(List<Jar> jars, Map<String, Floor> floors) {
        List<String> lines = new ArrayList<>();
        for (Jar jar : jars) {
            for (Floor floor : floors.values()) {
                boolean old = jar.artifact().equals(floor.artifact()) && compare(jar.version(), floor.lowest()) < 0;
                if (old && !jar.version().equals(floor.accepted())) {
                    lines.add(jar.place() + " is " + jar.version() + ", lowest " + floor.lowest() + " ("
                            + floor.because() + ")");
                }
            }
        }
        return lines;
    }

    /** Compares the leading numbers; qualifiers such as "Final" do not count. */
    private static int compare(String left, String right) {
        int[] a = numbers(left);
        int[] b = numbers(right);
        for (int i = 0; i < Math.max(a.length, b.length); i++) {
            int difference = Integer.compare(i < a.length ? a[i] : 0, i < b.length ? b[i] : 0);
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private static int[] numbers(String version) {
        return Stream.of(version.split("[.-]"))
                .takeWhile(part -> part.matches("\\d{1,9}"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static String bill(String name, List<Jar> jars) {
        String components = jars.stream()
                .sorted(Comparator.comparing(Jar::place))
                .map(jar -> "    {\"type\": \"library\", \"bom-ref\": " + quoted(jar.place())
                        + (jar.group().isEmpty() ? "" : ", \"group\": " + quoted(jar.group()))
                        + ", \"name\": " + quoted(jar.artifact()) + ", \"version\": " + quoted(jar.version())
                        + ", \"purl\": " + quoted(jar.purl())
                        + ", \"hashes\": [{\"alg\": \"SHA-256\", \"content\": " + quoted(jar.sha256()) + "}]}")
                .collect(Collectors.joining(",\n"));
        return """
                {
                  "bomFormat": "CycloneDX",
                  "specVersion": "1.6",
                  "version": 1,
                  "metadata": {"component": {"type": "application", "name": "%s", "bom-ref": "product"}},
                  "components": [
                %s
                  ]
                }
                """.formatted(name, components);
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < 0x20) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[64 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
