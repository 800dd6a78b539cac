// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.web;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.guidang.shared.boundary.Readiness;

/**
 * {@code /health/live} and {@code /health/ready} on the public port, in the words of MicroProfile Health: 200 with
 * {@code "status":"UP"}, or 503 with {@code "DOWN"} and the names of what is not there. The server's own health pages live
 * on the management port, which nobody outside the machine reaches.
 */
@WebServlet(urlPatterns = "/health/*")
public class HealthServlet extends HttpServlet {

    @Inject
    Readiness readiness;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<Readiness.Result> results;
        switch (String.valueOf(request.getPathInfo())) {
            case "/live" -> results = List.of();
            case "/ready" -> results = readiness.examine();
            default -> {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
        }
        boolean up = results.stream().allMatch(Readiness.Result::up);
        JsonArrayBuilder checks = Json.createArrayBuilder();
        for (Readiness.Result result : results) {
            JsonObjectBuilder check =
                    Json.createObjectBuilder().add("name", result.name()).add("status", word(result.up()));
            if (!result.warnings().isEmpty()) {
                JsonObjectBuilder data = Json.createObjectBuilder();
                result.warnings().forEach(data::add);
                check.add("data", data);
            }
            checks.add(check);
        }
        String body = Json.createObjectBuilder()
                .add("status", word(up))
                .add("checks", checks)
                .build()
                .toString();
        response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().print(body);
    }

    private static String word(boolean up) {
        return up ? "UP" : "DOWN";
    }
}
