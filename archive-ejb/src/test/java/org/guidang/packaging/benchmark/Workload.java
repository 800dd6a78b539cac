// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is packed. Peers take part where their libraries were made for it. */
enum Workload {
    SMALL("1,000 cases of 3 files of 100 KiB and an XML", 1000, 3, 100 << 10, 2, "512m"),
    USUAL("200 cases of 10 files of 512 KiB and an XML", 200, 10, 512 << 10, 2, "512m"),
    LARGE("one file of 4 GiB and an XML", 1, 1, 4L << 30, 1, "256m");

    final String title;
    final int cases;
    final int files;
    final long octets;
    final int threads;
    final String heap;

    Workload(String title, int cases, int files, long octets, int threads, String heap) {
        this.title = title;
        this.cases = cases;
        this.files = files;
        this.octets = octets;
        this.threads = threads;
        this.heap = heap;
    }

    List<String> contenders() {
        return switch (this) {
            case SMALL -> List.of("bare", "ours", "stamped", "bagit", "bagit-synced", "commons-ip");
            case USUAL -> List.of("bare", "ours", "stamped", "bagit", "bagit-synced");
            case LARGE -> List.of("bare", "ours");
        };
    }

    /** Cases of one round; the slow peer does a part of them and is judged by its rate. */
    int casesFor(String contender) {
        return contender.equals("commons-ip") ? Math.max(1, cases / 40) : cases;
    }

    /** Rounds before those that count: the compiler of the virtual machine has done its work after some thousand cases. */
    int warmUp() {
        return switch (this) {
            case SMALL -> 3;
            case USUAL -> 1;
            case LARGE -> 0; // half a minute each; what warming up costs is lost in it
        };
    }

    /** Rounds that count, of those asked for. */
    int rounds(int asked) {
        return this == LARGE ? Math.min(2, asked) : asked;
    }

    void generate(Path input) throws IOException {
        for (int i = 0; i < cases; i++) {
            CaseFiles.generate(folder(input, i), i, files, octets);
        }
    }

    List<CaseFiles> read(Path input, int most) throws IOException {
        List<CaseFiles> all = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            all.add(CaseFiles.read(folder(input, i), i));
        }
        return all;
    }

    private Path folder(Path input, int number) {
        return input.resolve(name()).resolve(String.valueOf(number));
    }
}
