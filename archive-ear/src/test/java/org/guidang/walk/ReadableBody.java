// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A body as a person reads it: of a PDF the words, told by a program that is not ours. */
final class ReadableBody implements BodyHandler<String> {

    @Override
    public BodySubscriber<String> apply(ResponseInfo answer) {
        boolean pdf = answer.headers().firstValue("Content-Type").orElse("").startsWith("application/pdf");
        return BodySubscribers.mapping(
                BodySubscribers.ofByteArray(),
                octets -> pdf ? words(octets) : new String(octets, StandardCharsets.UTF_8));
    }

    private static String words(byte[] pdf) {
        try {
            Path file = Files.write(Files.createTempFile("answer", ".pdf"), pdf);
            try {
                Process program = new ProcessBuilder("pdftotext", "-layout", file.toString(), "-")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                return new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            } finally {
                Files.delete(file);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
