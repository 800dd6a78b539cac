// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.revocation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.guidang.seal.core.CertificateFile;
import org.guidang.seal.core.KeyFile;
import org.guidang.seal.core.SigningKey;
import org.guidang.seal.core.Trust;

/** A certification authority run by OpenSSL: issues certificates, keeps the index of them, answers as OCSP responder. */
public final class OpenSslAuthority implements AutoCloseable {

    /** What keys the authority and its subjects have. */
    public enum Kind {
        RSA,
        ECDSA,
        SM2
    }

    private final Kind kind;
    private final Path folder;
    private final List<Process> running = new ArrayList<>();
    private int serial = 0x1000;

    public OpenSslAuthority(Kind kind, Path folder) throws IOException {
        this.kind = kind;
        this.folder = Files.createDirectories(folder);
        Files.writeString(file("index"), "");
        Files.writeString(file("index.attr"), "unique_subject = no\n");
        Files.writeString(file("crlnumber"), "01\n");
        Files.writeString(file("ca.cnf"), """
                [req]
                distinguished_name = name
                [name]
                [ca]
                default_ca = own
                [own]
                database = index
                crlnumber = crlnumber
                """);
        key("ca");
        List<String> root = command("req", "-x509", "-new", "-key", "ca.key", "-days", "3650", "-out", "ca.pem");
        root.addAll(List.of("-subj", "/C=CN/O=Test/CN=CA " + kind, "-config", "ca.cnf"));
        root.addAll(List.of("-addext", "basicConstraints=critical,CA:TRUE"));
        root.addAll(List.of("-addext", "keyUsage=critical,keyCertSign,cRLSign,digitalSignature"));
        root.addAll(List.of("-addext", "subjectKeyIdentifier=hash"));
        root.addAll(digest("-sigopt"));
        run(root);
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private void key(String name) throws IOException {
        switch (kind) {
            case RSA -> run(command("genrsa", "-out", name + ".key", "2048"));
            case ECDSA -> run(command("ecparam", "-genkey", "-name", "prime256v1", "-noout", "-out", name + ".key"));
            case SM2 -> run(command("ecparam", "-genkey", "-name", "SM2", "-noout", "-out", name + ".key"));
        }
    }

    private List<String> digest(String option) {
        return kind == Kind.SM2 ? List.of("-sm3", option, "distid:1234567812345678") : List.of("-sha256");
    }

    /** Issues a certificate with these extensions, as OpenSSL writes them; known to the index as valid. */
    public X509Certificate issue(String name, String... extensions) throws IOException {
        issueUnknown(name, extensions);
        index("V", "", name);
        return certificate(name);
    }

    /** Issues a certificate of which the index knows nothing. */
    public X509Certificate issueUnknown(String name, String... extensions) throws IOException {
        key(name);
        List<String> request = command("req", "-new", "-key", name + ".key", "-subj", "/C=CN/O=Test/CN=" + name);
        request.addAll(List.of("-config", "ca.cnf", "-out", name + ".csr"));
        request.addAll(digest("-sigopt"));
        run(request);
        Files.writeString(
                file(name + ".ext"),
                "subjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n" + String.join("\n", extensions) + "\n");
        List<String> sign = command("x509", "-req", "-in", name + ".csr", "-CA", "ca.pem", "-CAkey", "ca.key");
        sign.addAll(List.of("-set_serial", "0x" + Integer.toHexString(++serial), "-days", "1000"));
        sign.addAll(List.of("-extfile", name + ".ext", "-out", name + ".pem"));
        sign.addAll(digest("-sigopt"));
        if (kind == Kind.SM2) {
            sign.addAll(List.of("-vfyopt", "distid:1234567812345678"));
        }
        run(sign);
        return certificate(name);
    }

    /** @param since as the index writes it: YYMMDDHHMMSSZ, and a reason */
    public void revoke(String name, String since) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file("index")));
        lines.removeIf(line -> line.endsWith("CN=" + name));
        Files.write(file("index"), lines);
        index("R", since, name);
    }

    private void index(String state, String since, String name) throws IOException {
        String number = certificate(name).getSerialNumber().toString(16).toUpperCase(java.util.Locale.ROOT);
        String line = String.join("\t", state, "491231235959Z", since, number, "unknown", "/C=CN/O=Test/CN=" + name);
        Files.writeString(file("index"), line + "\n", java.nio.file.StandardOpenOption.APPEND);
    }

    public X509Certificate certificate(String name) throws IOException {
        return CertificateFile.read(Files.readAllBytes(file(name + ".pem")))
                .certificates()
                .get(0);
    }

    public X509Certificate root() throws IOException {
        return certificate("ca");
    }

    public Trust trust() throws IOException {
        return new Trust(List.of(root()), List.of(), List.of());
    }

    /** Key and certificate, to sign with. */
    public SigningKey signingKey(String name) throws Exception {
        List<String> export = command("pkcs12", "-export", "-inkey", name + ".key", "-in", name + ".pem");
        export.addAll(List.of("-certfile", "ca.pem", "-passout", "pass:x", "-out", name + ".p12"));
        run(export);
        return KeyFile.read(file(name + ".p12"), "x".toCharArray(), name, false);
    }

    /** A revocation list of the index as it is now. */
    public X509CRL list() throws IOException {
        List<String> make = command("ca", "-gencrl", "-config", "ca.cnf", "-keyfile", "ca.key", "-cert", "ca.pem");
        make.addAll(List.of("-crldays", "7", "-out", "ca.crl", "-md", kind == Kind.SM2 ? "sm3" : "sha256"));
        if (kind == Kind.SM2) {
            make.addAll(List.of("-sigopt", "distid:1234567812345678"));
        }
        run(make);
        return CertificateFile.read(Files.readAllBytes(file("ca.crl"))).lists().get(0);
    }

    /**
     * Starts a responder over the index as it is now.
     *
     * @param signer whose key signs the answers: a name issued here, or "ca"
     * @return its port on this machine
     */
    public int respond(OpenSslAuthority signerOf, String signer, String... options) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path by = signerOf.folder;
        List<String> serve = command("ocsp", "-index", "index", "-CA", "ca.pem", "-port", String.valueOf(port));
        serve.addAll(List.of("-rsigner", by.resolve(signer + ".pem").toString()));
        serve.addAll(List.of("-rkey", by.resolve(signer + ".key").toString()));
        if (signerOf.kind == Kind.SM2) {
            serve.addAll(List.of("-rmd", "sm3", "-rsigopt", "distid:1234567812345678"));
        }
        serve.addAll(List.of(options));
        Process process = new ProcessBuilder(serve)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        running.add(process);
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.contains("aiting for")) {
                return port;
            }
        }
        throw new IOException("openssl ocsp ended with " + process.exitValue());
    }

    public int respond(String... options) throws IOException {
        return respond(this, "ca", options);
    }

    private static List<String> command(String... words) {
        List<String> all = new ArrayList<>(List.of("openssl"));
        all.addAll(List.of(words));
        return all;
    }

    private void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + ": " + said);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    @Override
    public void close() {
        running.forEach(Process::destroy);
    }
}
