// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.walk;

import java.util.List;

/**
 * The queues and lists of both sides of the hand-over, as page and as resource, each with the bare questions that nobody can
 * avoid who shows it: its page of rows along an index, and how many there are as far as they are counted.
 */
final class Queues {

    private static final String COUNT = "select count(*) from (select 1 from %s limit 10001) counted";
    private static final String OF_WZ = "archival_package where window_code = 'WZ' and successor is null";
    private static final String FIXED = OF_WZ + " and state = 'FIXED'";
    private static final String FAILED = OF_WZ + " and state = 'DETECTED' and detection_passed = false";
    private static final String PASSED = OF_WZ + " and state = 'DETECTED' and detection_passed = true";
    private static final String REGISTERED = OF_WZ + " and state = 'REGISTERED'";
    private static final String UNSTAMPED = OF_WZ + " and time_stamped_at is null";
    private static final String BY_NUMBER = " order by package_number, version limit %d";
    private static final String CASES = "intake_case where window_code = 'WZ' and state = '%s'";
    private static final String LISTS_OF_WZ = "transfer_list where window_code = 'WZ'";
    private static final String LISTS_OF_MZ = "transfer_list where agency_code = 'MZ' and state in %s";
    private static final String KNOWN =
            "('SUBMITTED', 'UNDER_REVIEW', 'RETURNED', 'SIGNED_BY_ONE', 'SIGNED', 'STORED')";
    private static final String INBOX =
            LISTS_OF_MZ.formatted("('SUBMITTED', 'UNDER_REVIEW')") + " and concluded = false";
    private static final String TO_SIGN =
            "transfer_list where %s and state in ('UNDER_REVIEW', 'SIGNED_BY_ONE') and concluded = true";
    private static final String LATEST = " order by last_at desc, list_number limit 20";
    private static final String RETURNED = "transfer_package p where p.window_code = 'WZ' and p.decision = 'RETURNED'"
            + " and p.open_key is null and not exists (select 1 from transfer_package later"
            + " where later.package_number = p.package_number and later.package_version > p.package_version)";
    private static final String REGISTER = "register_entry where window_code = 'WZ'";
    private static final String NEWEST = " order by registered_at desc, package_number, package_version limit %d";
    private static final String HOLDINGS = "holding where agency_code = 'MZ'";
    private static final String NOTICES = "notice where recipient = '%s'";

    private Queues() {}

    /**
     * One thing a person or a system asks for.
     *
     * @param who account
     * @param path of page or resource
     * @param bare questions in SQL that answer the same
     */
    record Asked(String name, String who, String path, List<String> bare) {}

    private static String page(String rows, String order) {
        return "select * from " + rows + order;
    }

    private static String count(String rows) {
        return COUNT.formatted(rows);
    }

    private static Asked page(String name, String who, String path, String rows, String order) {
        return new Asked(name, who, path, List.of(page(rows, order), count(rows)));
    }

    /** @param samples of numbers that exist, by what they number: package, application, list, holding */
    static List<Asked> all(java.util.Map<String, String> samples) {
        String pack = samples.get("package");
        String application = samples.get("application");
        String list = samples.get("list");
        String code = samples.get("holding");
        String found =
                "archival_package where window_code = 'WZ' and successor is null and package_number = '" + pack + "'";
        return List.of(
                new Asked(
                        "工作台 (window clerk)",
                        "wang",
                        "home.xhtml",
                        List.of(
                                count(CASES.formatted("RECEIVED")),
                                count(CASES.formatted("ARRANGING")),
                                count(CASES.formatted("SUPPLEMENTING")),
                                count(FIXED),
                                count(FAILED),
                                count(UNSTAMPED),
                                count(RETURNED),
                                count(NOTICES.formatted("wang") + " and read_at is null"))),
                new Asked(
                        "工作台 (agency reviewer)",
                        "zhang",
                        "home.xhtml",
                        List.of(
                                count(INBOX),
                                count(TO_SIGN.formatted("agency_code = 'MZ'")),
                                count(NOTICES.formatted("zhang") + " and read_at is null"))),
                page(
                        "待整理",
                        "wang",
                        "intake/cases.xhtml?state=RECEIVED",
                        CASES.formatted("RECEIVED"),
                        " order by closed_at, application_number limit 20"),
                page("信息包：待检测", "wang", "packaging/packages.xhtml?queue=TO_TEST", FIXED, BY_NUMBER.formatted(20)),
                page("信息包：检测不合格", "wang", "packaging/packages.xhtml?queue=FAILED", FAILED, BY_NUMBER.formatted(20)),
                page("信息包：全部", "wang", "packaging/packages.xhtml?queue=ALL", OF_WZ, BY_NUMBER.formatted(20)),
                new Asked(
                        "信息包：按包号查找",
                        "wang",
                        "packaging/packages.xhtml?queue=ALL&q=" + pack,
                        List.of(page(found, ""), count(found))),
                new Asked(
                        "归档目录",
                        "li",
                        "registry/catalogue.xhtml",
                        List.of(
                                page(PASSED, BY_NUMBER.formatted(100)),
                                count(PASSED),
                                page(REGISTER, NEWEST.formatted(20)),
                                count(REGISTER))),
                new Asked("新建移交", "li", "transfer/new.xhtml", List.of(page(REGISTERED, BY_NUMBER.formatted(1000)))),
                page("我的移交", "li", "transfer/lists.xhtml", LISTS_OF_WZ, LATEST),
                new Asked(
                        "被退回",
                        "li",
                        "transfer/returned.xhtml",
                        List.of(
                                page(
                                                RETURNED,
                                                " order by p.correct_by nulls last, p.decided_at desc, p.package_number limit 20")
                                        .replace("select *", "select p.*"),
                                count(RETURNED))),
                page("待接收", "zhang", "transfer/inbox.xhtml", INBOX, LATEST),
                page("待签字 (window)", "li", "transfer/to-sign.xhtml", TO_SIGN.formatted("window_code = 'WZ'"), LATEST),
                page(
                        "待签字 (agency)",
                        "zhang",
                        "transfer/to-sign.xhtml",
                        TO_SIGN.formatted("agency_code = 'MZ'"),
                        LATEST),
                page("馆藏", "zhao", "storage/holdings.xhtml", HOLDINGS, " order by archival_code limit 20"),
                new Asked(
                        "馆藏：按档号查找",
                        "zhao",
                        "storage/holdings.xhtml?id=" + code,
                        List.of("select * from holding where agency_code = 'MZ' and archival_code = '" + code + "'")),
                new Asked(
                        "查找 (申报号)",
                        "wang",
                        "search.xhtml?q=" + application,
                        List.of(
                                "select * from intake_case where application_number = '" + application + "'",
                                found.replace("package_number", "application_number")
                                        .replace(pack, application)
                                        .transform(rows -> page(rows, "")))),
                page(
                        "消息",
                        "zhang",
                        "notice/inbox.xhtml",
                        NOTICES.formatted("zhang"),
                        " order by told_at desc, id limit 20"),
                page(
                        "GET cases",
                        "client-wz",
                        "api/v1/cases?limit=50",
                        CASES.formatted("RECEIVED"),
                        " order by closed_at, application_number limit 50"),
                page("GET packages", "client-wz", "api/v1/packages?limit=50", OF_WZ, BY_NUMBER.formatted(50)),
                page(
                        "GET packages?state",
                        "client-wz",
                        "api/v1/packages?state=REGISTERED&limit=50",
                        REGISTERED,
                        BY_NUMBER.formatted(50)),
                page(
                        "GET packages (agency)",
                        "client-mz",
                        "api/v1/packages?limit=50",
                        "archival_package where agency_code = 'MZ' and offered_at is not null and successor is null",
                        BY_NUMBER.formatted(50)),
                page(
                        "GET register-entries",
                        "client-wz",
                        "api/v1/register-entries?limit=50",
                        REGISTER,
                        NEWEST.formatted(50)),
                page(
                        "GET register-entries?agency",
                        "client-wz",
                        "api/v1/register-entries?agency=MZ&limit=50",
                        REGISTER + " and agency_code = 'MZ'",
                        NEWEST.formatted(50)),
                page(
                        "GET transfer-lists",
                        "client-wz",
                        "api/v1/transfer-lists?limit=50",
                        LISTS_OF_WZ,
                        LATEST.replace("20", "50")),
                page(
                        "GET transfer-lists (agency)",
                        "client-mz",
                        "api/v1/transfer-lists?limit=50",
                        LISTS_OF_MZ.formatted(KNOWN),
                        LATEST.replace("20", "50")),
                new Asked(
                        "GET transfer-lists/…/packages",
                        "client-wz",
                        "api/v1/transfer-lists/" + list + "/packages?limit=50",
                        List.of("select * from transfer_package where list_number = '" + list
                                + "' order by ordinal, package_number limit 50")),
                page(
                        "GET holdings",
                        "client-mz",
                        "api/v1/holdings?limit=50",
                        HOLDINGS,
                        " order by archival_code limit 50"),
                page(
                        "GET notices",
                        "client-mz",
                        "api/v1/notices?limit=50",
                        NOTICES.formatted("client-mz"),
                        " order by told_at desc, id limit 50"));
    }
}
