// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The corpus that lies in the repository is the one the generator makes. {@code -Dcorpus.write=true} writes it out anew; of a
 * folder that is new, it also writes what was found, to be read before it is committed.
 */
class CorpusFilesTest {

    @TempDir
    Path work;

    @Test
    @DisplayName("库中的语料与生成的逐字节相同")
    void the_published_files_are_those_the_generator_makes() throws IOException {
        Map<String, byte[]> made = CorpusFiles.generate(work);
        if (Boolean.getBoolean("corpus.write")) {
            write(made);
        }
        List<String> different = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : made.entrySet()) {
            Path published = CorpusFolder.root().resolve(file.getKey());
            if (!Files.exists(published) || !Arrays.equals(file.getValue(), Files.readAllBytes(published))) {
                different.add(file.getKey());
            }
        }
        assertEquals(List.of(), different);
        nothingElseLiesThere(made.keySet());
    }

    private static void nothingElseLiesThere(Set<String> files) throws IOException {
        Set<String> made = new TreeSet<>(files);
        CorpusFolder.all().keySet().forEach(folder -> made.add(folder + "/expected.txt"));
        Set<String> published = new TreeSet<>();
        try (Stream<Path> found = Files.walk(CorpusFolder.root())) {
            found.filter(Files::isRegularFile)
                    .map(file -> CorpusFolder.root().relativize(file).toString().replace('\\', '/'))
                    .forEach(published::add);
        }
        assertEquals(String.join("\n", made), String.join("\n", published));
    }

    private static void write(Map<String, byte[]> made) throws IOException {
        for (Map.Entry<String, byte[]> file : made.entrySet()) {
            Path target = CorpusFolder.root().resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
        for (CorpusFolder folder : CorpusFolder.all().values()) {
            Path home = CorpusFolder.root().resolve(folder.path());
            if (folder.published() && !Files.exists(home.resolve("expected.txt"))) {
                Files.writeString(
                        home.resolve("expected.txt"), CorpusFiles.told(folder.run(home.resolve("package.zip"))));
            }
        }
    }
}
