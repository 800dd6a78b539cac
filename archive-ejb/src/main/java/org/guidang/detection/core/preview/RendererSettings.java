// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.preview;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How the process that draws is started.
 *
 * @param libraries the folder of its jars; classes lie beside them in a build
 * @param font the font for text whose own font is not in the file; may be absent
 * @param limit longest one page may take, and the start
 * @param heapMebibytes its heap
 */
public record RendererSettings(List<Path> libraries, Path font, Duration limit, int heapMebibytes) {

    private static final String MAIN = "org.guidang.detection.renderer.Renderer";

    public RendererSettings {
        libraries = List.copyOf(libraries);
    }

    /** 20 s and 384 MiB. */
    public static RendererSettings of(List<Path> libraries, Path font) {
        return new RendererSettings(libraries, font, Duration.ofSeconds(20), 384);
    }

    public boolean installed() {
        return !libraries.isEmpty() && libraries.stream().allMatch(Files::exists);
    }

    /**
     * The whole command line. The process resolves no name (an empty file of hosts), reaches no address (a SOCKS proxy at a port
     * nobody serves, for local addresses too), resolves no entity and ends itself when memory runs out.
     */
    List<String> command(String kind, Path file, Path overlays, Path temporary) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMebibytes + "m",
                "-Xss2m",
                "-XX:MaxMetaspaceSize=128m",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-XX:ErrorFile=" + temporary.resolve("crash.log"),
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + temporary,
                "-Duser.home=" + temporary,
                "-Djdk.net.hosts.file=" + temporary.resolve("hosts"),
                "-DsocksProxyHost=127.0.0.1",
                "-DsocksProxyPort=9",
                "-DsocksNonProxyHosts=",
                "-Dhttp.nonProxyHosts=",
                "-Djavax.xml.parsers.SAXParserFactory=org.guidang.detection.renderer.StrictSax",
                "-Djavax.xml.accessExternalDTD=",
                "-Djavax.xml.accessExternalSchema=",
                "-Djavax.xml.accessExternalStylesheet="));
        if (font != null) {
            command.add("-Drenderer.font=" + font);
        }
        command.add("-cp");
        command.add(String.join(
                java.io.File.pathSeparator,
                libraries.stream()
                        .map(place -> Files.isDirectory(place) && !place.endsWith("classes")
                                ? place + "/*"
                                : place.toString())
                        .toList()));
        command.addAll(List.of(MAIN, kind, file.toString(), overlays.toString()));
        return command;
    }
}
