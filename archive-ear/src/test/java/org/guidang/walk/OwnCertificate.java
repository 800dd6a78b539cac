// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A person's certificate and key, made and used by openssl alone, under the authority of the product's demonstration. */
final class OwnCertificate {

    private final Path folder;
    private final Path authority;

    /** @param name of the person, as the account has it */
    OwnCertificate(Product product, String name) throws IOException {
        folder = Files.createTempDirectory("certificate-");
        authority = folder.resolve("authority.pem");
        Path kept = product.data().resolve("keys/demonstration/ecdsa_sha256/sub.p12");
        openssl("pkcs12 -nodes -passin pass:demonstration -in", kept, "-out", authority);
        Path extensions = Files.writeString(
                folder.resolve("extensions"),
                "keyUsage=critical,digitalSignature,nonRepudiation\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n");
        Path request = folder.resolve("request.pem");
        openssl(
                "req -new -utf8 -nodes -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -subj",
                "/C=CN/CN=" + name,
                "-keyout",
                key(),
                "-out",
                request);
        openssl(
                "x509 -req -days 30 -CAcreateserial -in",
                request,
                "-CA",
                authority,
                "-CAkey",
                authority,
                "-extfile",
                extensions,
                "-out",
                file());
    }

    /** The certificate, PEM. */
    Path file() {
        return folder.resolve("own.pem");
    }

    private Path key() {
        return folder.resolve("own.key");
    }

    /** A detached signature over a text, as the page says it is made. */
    Path sign(byte[] text) throws IOException {
        Path list = Files.write(folder.resolve("list.txt"), text);
        Path signature = folder.resolve("list.p7s");
        openssl(
                "cms -sign -binary -md sha256 -outform DER -in",
                list,
                "-signer",
                file(),
                "-inkey",
                key(),
                "-out",
                signature);
        return signature;
    }

    private static void openssl(String act, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(act.split(" ")));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertEquals(0, process.waitFor(), said);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
