// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.seal.core.revocation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.guidang.shared.core.NetworkRange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses written by strangers (trust.md A-58): what is refused is refused before a connection is opened. */
class GuardedFetchTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private Front front;
    private final List<String> looked = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        front = new Front().manner(Front.giving("text/plain", "here".getBytes(StandardCharsets.US_ASCII)));
    }

    @AfterEach
    void close() throws IOException {
        front.close();
    }

    private RevocationProblem refused(AllowedHosts hosts, String address, String... leadsTo) {
        GuardedFetch.Resolver resolver = leadsTo.length == 0
                ? InetAddress::getAllByName
                : host -> {
                    looked.add(host);
                    InetAddress[] all = new InetAddress[leadsTo.length];
                    for (int i = 0; i < all.length; i++) {
                        all[i] = InetAddress.getByName(leadsTo[i]);
                    }
                    return all;
                };
        RevocationProblem problem = assertThrows(
                        RevocationUnavailableException.class,
                        () -> new GuardedFetch(hosts, LIMIT, resolver).get(address, 100))
                .problem();
        assertEquals(0, front.requests());
        return problem;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "gopher://127.0.0.1:70/_x",
                "ldap://ca.example.cn/cn=list",
                "ftp://ca.example.cn/x",
                "jar:http://ca.example.cn/a.jar!/x",
                "http:///x",
                "http://user:secret@ca.example.cn/",
                "//ca.example.cn/x",
                "not an address",
                ""
            })
    @DisplayName("只访问 http、https；其他地址一概不访问")
    void other_schemes_are_refused(String address) {
        assertEquals(RevocationProblem.ADDRESS, refused(AllowedHosts.anyPublicAnd("ca.example.cn"), address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:PORT/",
                "http://127.0.0.1:PORT/",
                "http://127.1:PORT/",
                "http://2130706433:PORT/",
                "http://0x7f000001:PORT/",
                "http://[::1]:PORT/",
                "http://[::ffff:127.0.0.1]:PORT/",
                "http://ca.example.cn:PORT/"
            })
    @DisplayName("不在名单内的主机不查域名也不访问")
    void hosts_that_are_not_listed_are_not_even_looked_up(String address) {
        RevocationProblem problem = refused(
                AllowedHosts.listed("ocsp.example.cn"),
                address.replace("PORT", String.valueOf(front.port())),
                "127.0.0.1");
        assertTrue(
                problem == RevocationProblem.HOST_NOT_ALLOWED || problem == RevocationProblem.ADDRESS,
                String.valueOf(problem));
        assertEquals(List.of(), looked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.9.1",
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "192.0.0.1",
                "192.0.2.1",
                "198.18.0.1",
                "203.0.113.9",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "fec0::1",
                "ff02::1",
                "64:ff9b::7f00:1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::"
            })
    @DisplayName("名单内的域名若指向本机、内网或云主机元数据地址，仍拒绝")
    void an_allowed_name_that_leads_inside_is_refused(String inner) {
        AllowedHosts hosts = AllowedHosts.listed("ocsp.example.cn");
        assertEquals(RevocationProblem.INNER_ADDRESS, refused(hosts, "http://ocsp.example.cn/x", inner));
        assertEquals(
                RevocationProblem.INNER_ADDRESS, refused(hosts, "http://OCSP.example.cn./x", "93.184.216.34", inner));
        assertEquals(List.of("ocsp.example.cn", "ocsp.example.cn"), looked);
    }

    @Test
    void a_public_host_is_let_through_to_its_very_address() throws IOException {
        for (String open : List.of("93.184.216.34", "8.8.8.8", "172.32.0.1", "2606:2800:220:1::1", "2400:3200::1")) {
            assertTrue(NetworkRange.isPublic(InetAddress.getByName(open)), open);
        }
        AllowedHosts hosts = AllowedHosts.listed("ca.test:" + front.port() + "=127.0.0.1");
        int[] times = new int[1];
        GuardedFetch fetch = new GuardedFetch(hosts, LIMIT, host -> {
            times[0]++;
            return new InetAddress[] {InetAddress.getByName("127.0.0.1")};
        });
        assertArrayEquals(
                "here".getBytes(StandardCharsets.US_ASCII),
                fetch.get("http://ca.test:" + front.port() + "/a?b=c", 100));
        assertEquals(1, times[0], "a name that changes its mind is not asked twice");
        assertEquals(1, front.requests());
    }

    @Test
    @DisplayName("localhost 须连同地址写明才可访问")
    void an_inner_host_has_to_be_named_with_its_address() throws IOException {
        String address = "http://localhost:" + front.port() + "/";
        assertEquals(
                RevocationProblem.INNER_ADDRESS, refused(AllowedHosts.listed("localhost:" + front.port()), address));
        assertEquals(RevocationProblem.HOST_NOT_ALLOWED, refused(AllowedHosts.anyPublicAnd(""), address));
        assertEquals(
                RevocationProblem.INNER_ADDRESS,
                refused(AllowedHosts.anyPublicAnd(""), "http://169.254.169.254/latest/meta-data/"));
        assertEquals(
                RevocationProblem.INNER_ADDRESS,
                refused(AllowedHosts.listed("localhost:" + front.port() + "=10.0.0.0/8"), address));
        String word = "localhost:" + front.port();
        new GuardedFetch(AllowedHosts.listed(word + "=127.0.0.0/8, " + word + "=::1"), LIMIT, InetAddress::getAllByName)
                .get(address, 100);
        assertEquals(1, front.requests());
    }

    @Test
    void ports_other_than_the_usual_have_to_be_named() {
        assertEquals(
                RevocationProblem.HOST_NOT_ALLOWED,
                refused(AllowedHosts.listed("127.0.0.1"), "http://127.0.0.1:" + front.port() + "/"));
        assertEquals(
                RevocationProblem.HOST_NOT_ALLOWED,
                refused(AllowedHosts.anyPublicAnd(""), "http://8.8.8.8:" + front.port() + "/"));
    }

    @Test
    void a_list_that_makes_no_sense_is_refused_and_an_empty_one_allows_nobody() {
        assertTrue(AllowedHosts.listed("  ").nobody());
        assertTrue(AllowedHosts.none().nobody());
        assertFalse(AllowedHosts.listed("a.cn").nobody());
        for (String wrong : List.of("a.cn=host", "a.cn=10.0.0.0/40", "a.cn:x", "http://a.cn/", "=10.0.0.1")) {
            assertThrows(IllegalArgumentException.class, () -> AllowedHosts.listed(wrong), wrong);
        }
    }

    @Test
    void chunks_and_answers_without_length_are_read_to_their_end() throws IOException {
        front.manner((request, out) ->
                out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n3;x=y\r\nefg\r\n0\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII)));
        GuardedFetch fetch = new GuardedFetch(front.allowed(), LIMIT, InetAddress::getAllByName);
        assertEquals("abcdefg", new String(fetch.get(front.address(), 7), StandardCharsets.US_ASCII));
        assertEquals(
                RevocationProblem.TOO_LARGE,
                assertThrows(RevocationUnavailableException.class, () -> fetch.get(front.address(), 6))
                        .problem());
        front.manner((request, out) -> out.write("HTTP/1.0 200 OK\r\n\r\nabc".getBytes(StandardCharsets.US_ASCII)));
        assertEquals("abc", new String(fetch.get(front.address(), 3), StandardCharsets.US_ASCII));
        assertEquals(
                RevocationProblem.TOO_LARGE,
                assertThrows(RevocationUnavailableException.class, () -> fetch.get(front.address(), 2))
                        .problem());
    }
}
