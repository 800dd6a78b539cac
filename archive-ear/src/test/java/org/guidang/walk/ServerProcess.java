// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * A server of the test's own, in its own process, that can be killed like a machine that loses power to the process
 * ({@code kill -9}) and started again on the same data.
 */
public final class ServerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(480);

    private final Product product;
    private Process process;

    /** @param product made by {@link Product#fresh}; its data directory also holds the server's base folder */
    public ServerProcess(Product product) {
        this.product = product;
    }

    public Product product() {
        return product;
    }

    /** Number of the process, for who watches it from outside. */
    long pid() {
        return process.pid();
    }

    /** Starts and returns when the product says it is ready. */
    public ServerProcess start() {
        try {
            ServerBase.lay(product);
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(product.arguments());
            command.addAll(List.of(
                    "-Djboss.home.dir=" + product.serverHome(),
                    "-Dlogging.configuration=file:" + product.base().resolve("configuration/logging.properties"),
                    // What is said before the server knows its own log; else it lies where the tests were started.
                    "-Dorg.jboss.boot.log.file=" + product.data().resolve("boot.log"),
                    "-Djboss.modules.system.pkgs=org.jboss.byteman",
                    "-jar",
                    product.serverHome().resolve("jboss-modules.jar").toString(),
                    "-mp",
                    product.serverHome().resolve("modules").toString(),
                    "org.jboss.as.standalone",
                    "-c",
                    "archive.xml"));
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            product.data().resolve("console.log").toFile()))
                    .start();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        awaitReady();
        return this;
    }

    /** {@code kill -9}: no shutdown hook runs, no buffer is flushed. Returns when the process is gone. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** The memory of its virtual machine, as it stands whenever it is asked. */
    MemoryMXBean memory() throws Exception {
        VirtualMachine machine = VirtualMachine.attach(String.valueOf(process.pid()));
        try {
            JMXConnector connector =
                    JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
            return ManagementFactory.newPlatformMXBeanProxy(
                    connector.getMBeanServerConnection(), ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
        } finally {
            machine.detach();
        }
    }

    /** The orderly stop. */
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            kill();
        }
    }

    private void awaitReady() {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("server ended with " + process.exitValue() + ", see "
                        + product.data().resolve("console.log"));
            }
            if (ready()) {
                return;
            }
            pause();
        }
        throw new IllegalStateException("server not ready after " + PATIENCE);
    }

    private boolean ready() {
        try {
            return Rest.anonymous(product).ready().statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("server does not end");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(250);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
