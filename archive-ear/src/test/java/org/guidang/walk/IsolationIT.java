// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What a body may not know it cannot find out by any route (trust A-14, A-15, A-26): every operation of the interface and
 * every page of the deployment, asked by people of other bodies for real objects of window WZ and agency MZ, answers as
 * for objects that do not exist.
 *
 * <p>Operations are taken from {@code /openapi}, pages and their view parameters from the EAR; the tables in
 * {@code isolation/} say of each what is expected. One without a row fails the test, as does a row without one.
 */
@OnProduct
class IsolationIT {

    private static final Pattern VIEW_PARAMETER = Pattern.compile("viewParam name=\"([^\"]+)\"");
    private static final Pattern CHANGING = Pattern.compile(
            "\"traceId\":\"[^\"]*\"|nonce=\"[^\"]*\"|csp\\.init\\('[^']*'|追踪号 <code>[^<]*|jakarta\\.faces\\.ViewState[^>]*|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}|\\d\\d:\\d\\d:\\d\\d");
    private static final Set<Integer> NOT_THERE = Set.of(403, 404);
    private static final int SAMPLES = 15;

    /** The other agency, the other window, and the officers of the operator. */
    private static final List<String> CLIENTS = List.of("client-wj", "client-wb", "admin", "audit");

    private static final List<String> PEOPLE = List.of("chen", "he", "admin", "audit");

    /** @param kind OBJECT, LIST, OPEN, OWN or OFFICER, as the tables explain */
    private record Row(String method, String path, String kind, String query, String body) {}

    private final Product product = Product.shared();
    private final HandOver walk = new HandOver(product);
    private final List<String> leaks = new ArrayList<>();
    private Foreign foreign;

    @BeforeEach
    void walkOnce() {
        foreign = new Foreign(walk);
    }

    @Test
    @DisplayName("A-14 A-15 A-26 接口的每一个操作")
    void every_operation_answers_others_as_if_nothing_were_there() {
        Map<String, Row> table = routes();
        assertEquals(operations(), table.keySet(), "operations of /openapi and rows of isolation/routes.csv");
        String before = foreign.asItStands();
        for (Row row : table.values()) {
            Set<Integer> answers = new TreeSet<>();
            for (String client : CLIENTS) {
                Rest other = Rest.as(product, client);
                compare(client + " " + row.method() + " " + row.path(), client, row, template -> {
                    HttpResponse<String> answer = other.send(request(other, row, template), new ReadableBody());
                    answers.add(answer.statusCode());
                    return answer;
                });
            }
            if ("OBJECT".equals(row.kind()) && !answers.contains(404)) {
                leaks.add(row.method() + " " + row.path() + " was never asked by one who has the role: " + answers);
            }
        }
        assertEquals("", String.join("\n", leaks));
        assertEquals(before, foreign.asItStands());
    }

    @Test
    @DisplayName("A-14 A-15 部署中的每一个页面")
    void every_page_answers_others_as_if_nothing_were_there() throws Exception {
        Map<String, Row> table = pages();
        Map<String, Set<String>> deployed = deployedPages();
        assertEquals(deployed.keySet(), table.keySet(), "pages of the EAR and rows of isolation/pages.csv");
        deployed.forEach((page, parameters) -> assertEquals(
                parameters,
                Arrays.stream(table.get(page).query().split("&"))
                        .filter(part -> !part.isEmpty())
                        .map(part -> part.substring(0, part.indexOf('=')))
                        .collect(Collectors.toCollection(TreeSet::new)),
                page));
        for (String person : PEOPLE) {
            HttpClient browser = signedIn(person);
            for (Row row : table.values()) {
                compare(person + " " + row.path(), person, row, template -> get(browser, row.path() + "?" + template));
            }
        }
        assertEquals("", String.join("\n", leaks));
    }

    @Test
    @DisplayName("A-14 有无此物，应答时间相近（仅打印，不判定）")
    void time_to_refuse_is_printed() {
        for (String client : List.of("client-wj", "client-wb")) {
            Rest other = Rest.as(product, client);
            for (String path : List.of("packages/{pack}", "transfer-lists/{list}", "detections/{report}")) {
                System.out.printf(
                        "%s %s: real %d µs, unknown %d µs (medians of %d)%n",
                        client,
                        path,
                        median(() -> other.get(foreign.withReal(path))),
                        median(() -> other.get(foreign.withUnknown(path))),
                        SAMPLES);
            }
        }
    }

    private interface Asking {
        HttpResponse<String> ask(String filled);
    }

    private void compare(String what, String who, Row row, Asking asking) {
        if (Set.of("OPEN", "OWN").contains(row.kind())) {
            return;
        }
        HttpResponse<String> real = asking.ask(foreign.withReal(row.query()));
        if ("OFFICER".equals(row.kind())) {
            boolean officer = Set.of("admin", "audit").contains(who);
            if (!officer && real.statusCode() != 403) {
                leaks.add(what + " is for officers, answered " + real.statusCode());
            }
            return;
        }
        if ("audit".equals(who) && row.path().matches("/operations|audit/log.xhtml|home.xhtml")) {
            return; // reads all logs, and nothing else
        }
        unknownIds = true;
        HttpResponse<String> unknown = asking.ask(foreign.withUnknown(row.query()));
        unknownIds = false;
        String one = shape(real);
        String other = shape(unknown);
        if (!one.equals(other)) {
            leaks.add(what + "\n  real    " + cut(one, other) + "\n  unknown " + cut(other, one));
        }
        if ("OBJECT".equals(row.kind()) && !NOT_THERE.contains(real.statusCode())) {
            leaks.add(what + " answered " + real.statusCode() + " " + cut(real.body(), ""));
        }
        List<String> named = foreign.namedIn(withoutAsked(real.body(), row));
        if ("LIST".equals(row.kind()) && !named.isEmpty()) {
            leaks.add(what + " names " + named);
        }
    }

    /** Whether the request under way is for ids nothing bears. */
    private boolean unknownIds;

    private HttpRequest.Builder request(Rest client, Row row, String query) {
        String path = named(row.path());
        String address = fill(path).substring(1) + (query.isEmpty() ? "" : "?" + query);
        HttpRequest.Builder request = client.request(address)
                .header("If-Match", "\"1\"")
                .header("Idempotency-Key", UUID.randomUUID().toString());
        if ("multipart".equals(row.body())) {
            return new Multipart()
                    .json("case", "{\"files\":[{\"part\":\"f0\",\"name\":\"a.txt\",\"source\":\"APPLICANT\"}]}")
                    .file("f0", "a.txt", "a".getBytes(StandardCharsets.UTF_8))
                    .post(request);
        }
        if ("octets".equals(row.body())) {
            return request.header("Content-Type", "application/octet-stream")
                    .method(row.method(), HttpRequest.BodyPublishers.ofString("a"));
        }
        return row.body().isEmpty()
                ? request.method(row.method(), HttpRequest.BodyPublishers.noBody())
                : request.header("Content-Type", "application/json")
                        .method(row.method(), HttpRequest.BodyPublishers.ofString(fill(row.body())));
    }

    private String fill(String template) {
        return unknownIds ? foreign.withUnknown(template) : foreign.withReal(template);
    }

    /** The parameters of an address by what they name there. */
    private static String named(String path) {
        String of = path.split("/")[1];
        String number = Map.of(
                        "cases", "case", "packages", "pack", "transfer-lists", "list", "register-entries", "pack")
                .getOrDefault(of, "case");
        String id = Map.of(
                        "cases", "file",
                        "detections", "report",
                        "detection-jobs", "job",
                        "notices", "notice",
                        "quarantine", "quarantine")
                .getOrDefault(of, "report");
        return path.replace("{number}", "{" + number + "}")
                .replace("{id}", "{" + id + "}")
                .replace("{code}", "holdings".equals(of) ? "{archival-code}" : "GD-1-1")
                .replace("{version}", "1")
                .replace("{file}", "1")
                .replace("{page}", "1")
                .replace("{branch}", "SM3")
                .replace("{organization}", "MZ")
                .replace("{userName}", "li")
                .replace("{sha256}", "0".repeat(64))
                .replace("{role}", "window-archivist")
                .replace("{year}", "2026")
                .replace("{delivery}", "1");
    }

    private String shape(HttpResponse<String> answer) {
        return answer.statusCode() + " "
                + answer.headers().firstValue("Content-Type").orElse("") + " "
                + CHANGING.matcher(foreign.nameless(answer.body())).replaceAll("~");
    }

    /** What was asked for may come back in a search field or a refusal. */
    private String withoutAsked(String body, Row row) {
        String left = body;
        for (String asked : foreign.withReal(row.query() + "&" + row.body()).split("[&=\"\\[\\]{},:]")) {
            left = asked.length() < 6 ? left : left.replace(asked, "");
        }
        return left;
    }

    private static String cut(String text, String other) {
        int from = 0;
        while (from < Math.min(text.length(), other.length()) && text.charAt(from) == other.charAt(from)) {
            from++;
        }
        int start = other.isEmpty() ? 0 : Math.max(0, from - 60);
        return text.substring(0, Math.min(4, text.length())) + "…"
                + text.substring(start, Math.min(text.length(), start + 200)).replaceAll("\\s+", " ");
    }

    private Set<String> operations() {
        HttpResponse<String> told = Rest.anonymous(product)
                .send(Rest.anonymous(product)
                        .request(product.at("openapi?format=JSON"))
                        .header("Accept", "application/json")
                        .GET());
        Set<String> operations = new TreeSet<>();
        try (JsonReader reader = Json.createReader(new StringReader(told.body()))) {
            JsonObject paths = reader.readObject().getJsonObject("paths");
            paths.forEach((path, item) -> item.asJsonObject().keySet().stream()
                    .filter(Set.of("get", "post", "put", "delete", "patch", "head")::contains)
                    .forEach(method -> operations.add(
                            method.toUpperCase(java.util.Locale.ROOT) + " " + path.replaceFirst("^/api/v1", ""))));
        }
        return operations;
    }

    /** Pages of the deployed archive with their view parameters. */
    private Map<String, Set<String>> deployedPages() throws IOException {
        Map<String, Set<String>> pages = new TreeMap<>();
        try (InputStream ear = java.nio.file.Files.newInputStream(
                        product.serverHome().resolve("standalone/deployments/archive.ear"));
                ZipInputStream modules = new ZipInputStream(ear)) {
            for (ZipEntry module = modules.getNextEntry(); module != null; module = modules.getNextEntry()) {
                if (module.getName().endsWith(".war")) {
                    ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(modules.readAllBytes()));
                    for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                        if (file.getName().matches("(?!WEB-INF/|resources/|error/|login).*\\.xhtml")) {
                            pages.put(file.getName(), parameters(files.readAllBytes()));
                        }
                    }
                }
            }
        }
        return pages;
    }

    private static Set<String> parameters(byte[] page) {
        Set<String> names = new TreeSet<>();
        Matcher found = VIEW_PARAMETER.matcher(new String(page, StandardCharsets.UTF_8));
        while (found.find()) {
            names.add(found.group(1));
        }
        return names;
    }

    private static Map<String, Row> routes() {
        Map<String, Row> rows = new TreeMap<>();
        lines("routes.csv").forEach(line -> {
            String[] part = line.split(";", 5);
            rows.put(part[0] + " " + part[1], new Row(part[0], part[1], part[2], part[3], part[4]));
        });
        return rows;
    }

    private static Map<String, Row> pages() {
        Map<String, Row> rows = new TreeMap<>();
        lines("pages.csv").forEach(line -> {
            String[] part = line.split(";", 3);
            rows.put(part[0], new Row("GET", part[0], part[1], part[2], ""));
        });
        return rows;
    }

    private static List<String> lines(String table) {
        try (InputStream in = IsolationIT.class.getResourceAsStream("/isolation/" + table)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private HttpClient signedIn(String person) throws IOException, InterruptedException {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        get(browser, "home.xhtml");
        HttpResponse<String> in = browser.send(
                HttpRequest.newBuilder(product.at("j_security_check"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("j_username=" + person + "&j_password=Guidang-2026"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(302, in.statusCode());
        return browser;
    }

    private HttpResponse<String> get(HttpClient browser, String address) {
        try {
            return browser.send(HttpRequest.newBuilder(encoded(address)).GET().build(), new ReadableBody());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(address, broken);
        }
    }

    private URI encoded(String address) {
        int question = address.indexOf('?');
        if (question < 0) {
            return product.at(address);
        }
        String query = Arrays.stream(address.substring(question + 1).split("&"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.substring(0, part.indexOf('=') + 1)
                        + URLEncoder.encode(part.substring(part.indexOf('=') + 1), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return product.at(address.substring(0, question) + "?" + query);
    }

    private static long median(Supplier<HttpResponse<String>> asking) {
        long[] micros = new long[SAMPLES];
        for (int sample = 0; sample < SAMPLES; sample++) {
            long begin = System.nanoTime();
            asking.get();
            micros[sample] = (System.nanoTime() - begin) / 1000;
        }
        Arrays.sort(micros);
        return micros[SAMPLES / 2];
    }
}
