// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.guidang.shared.ContentTooLargeException;
import org.guidang.shared.Fixity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileContentStoreTest {

    private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path root;

    private FileContentStore store;

    @BeforeEach
    void open() throws IOException {
        store = new FileContentStore(root);
    }

    @Test
    void kept_octets_are_measured_and_given_back() throws IOException {
        Fixity fixity = store.keep(new ByteArrayInputStream(ABC), 3);
        assertEquals(
                new Fixity(
                        3,
                        "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
                fixity);
        try (InputStream in = store.open(fixity)) {
            assertArrayEquals(ABC, in.readAllBytes());
        }
    }

    @Test
    void a_finished_file_is_taken_over_and_given_back() throws IOException {
        Path finished = Files.write(root.resolve("finished"), ABC);
        Fixity fixity = store.adopt(finished);
        assertEquals(store.keep(new ByteArrayInputStream(ABC), 3), fixity);
        assertTrue(Files.notExists(finished));
        try (InputStream in = store.open(fixity)) {
            assertArrayEquals(ABC, in.readAllBytes());
        }
    }

    @Test
    void a_finished_file_that_is_kept_already_is_not_kept_twice() throws IOException {
        Fixity kept = store.keep(new ByteArrayInputStream(ABC), 3);
        Path finished = Files.write(root.resolve("finished"), ABC);
        assertEquals(kept, store.adopt(finished));
        assertTrue(Files.notExists(finished));
        assertEquals(1, files(root.resolve("content")));
    }

    @Test
    void the_same_octets_are_stored_once() throws IOException {
        store.keep(new ByteArrayInputStream(ABC), 10);
        store.keep(new ByteArrayInputStream(ABC), 10);
        assertEquals(1, files(root.resolve("content")));
    }

    @Test
    void of_a_stream_that_is_too_long_nothing_stays() {
        assertThrows(ContentTooLargeException.class, () -> store.keep(new ByteArrayInputStream(ABC), 2));
        assertEquals(0, files(root));
    }

    @Test
    void of_a_stream_that_breaks_nothing_stays() {
        InputStream broken = new InputStream() {
            private int left = 2;

            @Override
            public int read() throws IOException {
                if (left == 0) {
                    throw new IOException("cut");
                }
                left--;
                return 'a';
            }
        };
        assertThrows(IOException.class, () -> store.keep(broken, 10));
        assertEquals(0, files(root));
    }

    @Test
    void altered_octets_are_never_given_out_as_whole() throws IOException {
        Fixity fixity = store.keep(new ByteArrayInputStream(ABC), 3);
        Files.write(store.locate(fixity), new byte[] {'x'}, StandardOpenOption.WRITE);
        try (InputStream in = store.open(fixity)) {
            IOException refused = assertThrows(IOException.class, in::readAllBytes);
            assertTrue(refused.getMessage().startsWith("content altered"));
        }
    }

    private static long files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
