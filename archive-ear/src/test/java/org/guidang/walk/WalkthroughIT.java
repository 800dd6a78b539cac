// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** docs/walkthrough.md works as it is printed: its blocks, one after the other, in one bash. */
@OnProduct
@Tag("once")
class WalkthroughIT {

    private static final Path PAGE = Path.of("../docs/walkthrough.md");
    private static final Pattern BLOCK = Pattern.compile("^```bash\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    @Test
    void every_block_works_as_printed() throws IOException, InterruptedException {
        StringBuilder script = new StringBuilder();
        Matcher blocks = BLOCK.matcher(Files.readString(PAGE));
        int count = 0;
        while (blocks.find()) {
            script.append(blocks.group(1));
            count++;
        }
        assertEquals(11, count, "blocks");
        Path file = Files.writeString(Path.of("target", "walkthrough.sh"), script);
        Product product = Product.shared();
        ProcessBuilder bash = new ProcessBuilder("bash", file.toAbsolutePath().toString()).redirectErrorStream(true);
        bash.environment().put("GUIDANG_URL", "http://127.0.0.1:" + product.http());
        bash.environment().put("LC_ALL", "C.UTF-8");
        Process running = bash.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(running.waitFor(1, TimeUnit.MINUTES));
        assertEquals(0, running.exitValue(), said);
        assertTrue(said.contains("walked: 33010026"), said);
    }
}
