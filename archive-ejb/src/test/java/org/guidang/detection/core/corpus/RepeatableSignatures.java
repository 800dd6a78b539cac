// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.corpus;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.InvalidParameterException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import org.guidang.seal.core.Cryptography;
import org.guidang.seal.core.Suite;

/**
 * Signs the same octets twice to the same signature: the number that is otherwise drawn comes from the key and the octets, in
 * the manner of RFC 6979. So a package of the corpus is the same wherever it is made.
 */
final class RepeatableSignatures extends Provider {

    private static final long serialVersionUID = 1L;

    RepeatableSignatures(Suite suite) {
        super("corpus", "1", "signatures that come out the same each time");
        String algorithm = suite.signature();
        putService(new Service(this, "Signature", algorithm, Signing.class.getName(), null, null) {
            @Override
            public Object newInstance(Object none) {
                return new Signing(algorithm);
            }
        });
    }

    private static final class Signing extends SignatureSpi {

        private final String algorithm;
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private PrivateKey key;

        Signing(String algorithm) {
            this.algorithm = algorithm;
        }

        @Override
        protected void engineInitSign(PrivateKey signer) {
            key = signer;
            content.reset();
        }

        @Override
        protected void engineUpdate(byte octet) {
            content.write(octet);
        }

        @Override
        protected void engineUpdate(byte[] octets, int offset, int length) {
            content.write(octets, offset, length);
        }

        @Override
        protected byte[] engineSign() throws SignatureException {
            try {
                MessageDigest seed = MessageDigest.getInstance("SHA-256");
                seed.update(key.getEncoded());
                Signature signature = Signature.getInstance(algorithm, Cryptography.provider());
                signature.initSign(key, new Stream(seed.digest(content.toByteArray())));
                signature.update(content.toByteArray());
                return signature.sign();
            } catch (GeneralSecurityException broken) {
                throw new SignatureException(broken);
            }
        }

        @Override
        protected void engineInitVerify(PublicKey none) throws InvalidKeyException {
            throw new InvalidKeyException("signs only");
        }

        @Override
        protected boolean engineVerify(byte[] none) throws SignatureException {
            throw new SignatureException("signs only");
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {
            throw new InvalidParameterException(name);
        }

        @Override
        @Deprecated
        protected Object engineGetParameter(String name) {
            throw new InvalidParameterException(name);
        }
    }

    /** SHA-256 over a seed and a counter. */
    private static final class Stream extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] seed;
        private int block;

        Stream(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] octets) {
            try {
                for (int at = 0; at < octets.length; at += 32) {
                    MessageDigest digest = MessageDigest.getInstance("SHA-256");
                    digest.update(seed);
                    byte[] more =
                            digest.digest(ByteBuffer.allocate(4).putInt(block++).array());
                    System.arraycopy(more, 0, octets, at, Math.min(32, octets.length - at));
                }
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
