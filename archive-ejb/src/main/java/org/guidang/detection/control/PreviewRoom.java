// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.guidang.detection.core.preview.Previewer;
import org.guidang.detection.core.preview.RendererSettings;
import org.guidang.shared.control.DataDirectory;
import org.guidang.shared.core.PrintFonts;

/** The one previewer of this server; its pictures and rooms lie in {@code previews} below the data directory. */
@ApplicationScoped
public class PreviewRoom {

    @Inject
    DataDirectory data;

    private Previewer previewer;

    /** {@code guidang.renderer} names the folder of the renderer's jars, else {@code renderer} in the server's home. */
    @PostConstruct
    void open() {
        Path work = data.folder("previews");
        String named = System.getProperty("guidang.renderer");
        Path libraries = named != null ? Path.of(named) : Path.of(System.getProperty("jboss.home.dir", ""), "renderer");
        try {
            previewer = new Previewer(RendererSettings.of(List.of(libraries.toAbsolutePath()), font(work)), work);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** The body font of our own prints, where the process can read it. */
    private static Path font(Path work) throws IOException {
        Path font = work.resolve("body.ttf");
        try (InputStream octets = PrintFonts.bodyOctets()) {
            Files.copy(octets, font, StandardCopyOption.REPLACE_EXISTING);
        }
        return font;
    }

    public Previewer previewer() {
        return previewer;
    }

    @PreDestroy
    void close() {
        previewer.close();
    }
}
