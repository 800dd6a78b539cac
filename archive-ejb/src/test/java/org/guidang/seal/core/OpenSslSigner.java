// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A person who signs with openssl, as the page tells them to; nothing of ours makes the signature. */
public final class OpenSslSigner {

    private final Path folder;
    private final Path key;
    private final Path certificate;
    private final Path chain;

    /** @param owner RSA or ECDSA; its key and chain are written as PEM */
    public OpenSslSigner(Path folder, SigningKey owner) throws Exception {
        this.folder = Files.createTempDirectory(folder, "openssl");
        key = pem("key.pem", "PRIVATE KEY", List.of(owner.key().getEncoded()));
        certificate = pem("signer.pem", "CERTIFICATE", encoded(owner.chain().subList(0, 1)));
        chain = pem(
                "chain.pem",
                "CERTIFICATE",
                encoded(owner.chain().subList(1, owner.chain().size())));
    }

    /** The command of the page, with more options at its end. */
    public byte[] sign(byte[] text, String... more) throws Exception {
        return run("-sign", Files.write(folder.resolve("list.txt"), text), more);
    }

    /** Adds this person's signature to what another signed. */
    public byte[] signToo(byte[] cms) throws Exception {
        return run("-resign", Files.write(folder.resolve("first.p7s"), cms), "-inform", "DER");
    }

    private byte[] run(String act, Path in, String... more) throws Exception {
        Path out = folder.resolve("out.p7s");
        List<String> command = new ArrayList<>(List.of(
                "openssl",
                "cms",
                act,
                "-binary",
                "-in",
                in.toString(),
                "-signer",
                certificate.toString(),
                "-inkey",
                key.toString(),
                "-certfile",
                chain.toString(),
                "-md",
                "sha256",
                "-outform",
                "DER",
                "-out",
                out.toString()));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return Files.readAllBytes(out);
    }

    private static List<byte[]> encoded(List<X509Certificate> certificates) throws Exception {
        List<byte[]> all = new ArrayList<>();
        for (X509Certificate each : certificates) {
            all.add(each.getEncoded());
        }
        return all;
    }

    private Path pem(String name, String label, List<byte[]> values) throws IOException {
        StringBuilder text = new StringBuilder();
        for (byte[] value : values) {
            text.append("-----BEGIN ").append(label).append("-----\n");
            text.append(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(value));
            text.append("\n-----END ").append(label).append("-----\n");
        }
        return Files.writeString(folder.resolve(name), text);
    }
}
