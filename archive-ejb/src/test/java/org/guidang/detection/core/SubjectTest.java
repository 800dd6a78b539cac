// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.guidang.detection.DetectionReport;
import org.guidang.detection.Phase;
import org.guidang.detection.core.virus.VirusScanner;
import org.guidang.detection.xml.ProfileReader;
import org.guidang.packaging.core.Layout;
import org.guidang.packaging.core.PackageBuilder;
import org.guidang.packaging.core.PackageReader;
import org.guidang.packaging.core.PackageSamples;
import org.guidang.packaging.core.PackageView;
import org.guidang.seal.core.Suite;
import org.guidang.shared.Actor;
import org.guidang.shared.core.SpareProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubjectTest {

    private static final int ROUNDS = 20;

    @TempDir
    Path folder;

    private final PackageSamples samples = new PackageSamples(Suite.SM2_SM3);
    private final Facts facts = Facts.of(PackageSamples.NOW.plusSeconds(60), samples.trust(), VirusScanner.absent());

    /** Says when it is asked. */
    private static final class Asked implements FileExaminer {

        final CountDownLatch first = new CountDownLatch(1);

        @Override
        public Set<String> formats() {
            return Set.of("xml", "txt", "pdf");
        }

        @Override
        public void examine(Examination examination) {
            first.countDown();
        }
    }

    @Test
    void files_are_examined_before_an_item_asks_where_a_processor_is_to_spare() throws Exception {
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1);
        Asked asked = new Asked();
        try (PackageView pack = PackageReader.open(build())) {
            Subject.Begun begun = new Subject(pack, facts, new Examiner(List.of(asked))).begin();
            assertTrue(asked.first.await(30, TimeUnit.SECONDS));
            begun.end();
        }
    }

    @Test
    void nothing_is_begun_where_none_is() throws Exception {
        Asked asked = new Asked();
        List<SpareProcessor> all = takeAll();
        try (PackageView pack = PackageReader.open(build())) {
            Subject subject = new Subject(pack, facts, new Examiner(List.of(asked)));
            Subject.Begun begun = subject.begin();
            assertFalse(asked.first.await(300, TimeUnit.MILLISECONDS));
            subject.files();
            assertEquals(0, asked.first.getCount());
            begun.end();
        } finally {
            all.forEach(SpareProcessor::giveBack);
        }
    }

    @Test
    void the_processor_is_given_back_whatever_became_of_the_work() throws Exception {
        int before = count();
        try (PackageView pack = PackageReader.open(build())) {
            for (int i = 0; i < ROUNDS; i++) {
                new Subject(pack, facts, new Examiner(List.of())).begin().end();
            }
        }
        assertEquals(before, count());
    }

    /** Sound, then with one octet of one file changed. */
    @Test
    void one_thread_and_several_say_the_same() throws Exception {
        Path zip = build();
        compare(zip);
        byte[] octets = Files.readAllBytes(zip);
        int at = new String(octets, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("%PDF-");
        octets[at] ^= 1;
        Files.write(zip, octets);
        assertTrue(compare(zip).stream().anyMatch(item -> item.contains("package.file-altered")));
    }

    private List<String> compare(Path zip) throws IOException {
        List<SpareProcessor> all = takeAll();
        List<String> alone;
        try {
            alone = detect(zip);
        } finally {
            all.forEach(SpareProcessor::giveBack);
        }
        for (int i = 0; i < ROUNDS; i++) {
            assertEquals(alone, detect(zip));
        }
        return alone;
    }

    private List<String> detect(Path zip) throws IOException {
        DetectionReport report = new PackageDetection(Clock.fixed(facts.now(), ZoneOffset.UTC))
                .run(
                        zip,
                        null,
                        new PackageDetection.About(
                                "33000001-2026-000123", 1, new Actor("t", "t", "33000001", Set.of())),
                        Phase.ARCHIVING,
                        ProfileReader.shipped("DAT70-2018"),
                        facts);
        return report.items().stream()
                .map(item -> item.code() + " " + item.outcome() + " " + item.reason() + " " + item.findings())
                .toList();
    }

    @Test
    void what_broke_in_the_making_breaks_for_each_who_asks() {
        AtomicInteger made = new AtomicInteger();
        IOException gone = new IOException("disk gone");
        Once<String> once = new Once<>(() -> {
            made.incrementAndGet();
            throw gone;
        });
        for (int i = 0; i < 2; i++) {
            assertSame(gone, assertThrows(IOException.class, once::get));
        }
        assertEquals(1, made.get());
        StackOverflowError deep = new StackOverflowError();
        assertSame(deep, assertThrows(StackOverflowError.class, new Once<>(() -> {
            throw deep;
        })::get));
    }

    private Path build() throws Exception {
        Path zip = Files.createTempFile(folder, "package", ".zip");
        Files.delete(zip);
        new PackageBuilder(Layout.DAT_85_2019, samples.sealer()).build(PackageSamples.content(), zip);
        return zip;
    }

    private static List<SpareProcessor> takeAll() {
        List<SpareProcessor> all = new ArrayList<>();
        for (Optional<SpareProcessor> one = SpareProcessor.take(); one.isPresent(); one = SpareProcessor.take()) {
            all.add(one.get());
        }
        return all;
    }

    private static int count() {
        List<SpareProcessor> all = takeAll();
        all.forEach(SpareProcessor::giveBack);
        return all.size();
    }
}
