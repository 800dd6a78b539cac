// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.preview;

import java.net.Socket;
import java.net.URL;

/** What a reader that was taken over would try: every way out that plain Java has. */
public final class Runaway {

    private Runaway() {}

    public static void main(String[] arguments) {
        int port = Integer.parseInt(arguments[0]);
        tries(() -> new Socket("127.0.0.1", port).close());
        tries(() -> new Socket("localhost", port).close());
        tries(() -> new URL("http://127.0.0.1:" + port + "/").openStream().close());
        tries(() -> java.net.InetAddress.getByName("example.com"));
    }

    private interface Way {
        void out() throws Exception;
    }

    private static void tries(Way way) {
        try {
            way.out();
            System.out.println("out");
        } catch (Exception held) {
            System.out.println("held");
        }
    }
}
