// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.catalog.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.guidang.catalog.ItemType;
import org.guidang.catalog.MaterialKind;
import org.guidang.catalog.MaterialRule;
import org.guidang.catalog.RetentionPeriod;
import org.guidang.catalog.ServiceItem;
import org.guidang.catalog.ServiceItemRepository;

/** The service items of the demonstration: six of three agencies, of both types and all retention periods. */
@ApplicationScoped
public class DemonstrationItems {

    public static final String MARRIAGE = "11330100002489303H3330700001000";
    public static final String ALLOWANCE = "11330100002489303H3330500002000";
    public static final String BIRTH = "11330100MB1B51203U3332000003000";
    public static final String HYGIENE = "11330100MB1B51203U3330100004000";
    public static final String FOOD = "11330100MB1A2C235T3330100005000";
    public static final String ENQUIRY = "11330100MB1A2C235T3332000006000";

    private static final String APPLICATION = "申请材料";
    private static final String PROCESS = "办理过程材料";
    private static final String RESULT = "办理结果";

    @Inject
    ServiceItemRepository items;

    @Inject
    Clock clock;

    /** Adds them when there is no item yet; runs in the caller's transaction. */
    public void addOnce() {
        if (items.count() > 0) {
            return;
        }
        add(
                MARRIAGE,
                "内地居民婚姻登记",
                ItemType.ADMINISTRATIVE_POWER,
                "MZ",
                RetentionPeriod.PERMANENT,
                required("结婚登记申请书", APPLICATION, MaterialKind.APPLICATION),
                required("婚姻证明", APPLICATION, MaterialKind.ISSUING),
                optional("确认书", APPLICATION, MaterialKind.APPLICATION),
                optional("登记审查处理表", PROCESS, MaterialKind.PROCESS),
                required("结婚登记证明", RESULT, MaterialKind.RESULT));
        add(
                ALLOWANCE,
                "困难残疾人生活补贴给付",
                ItemType.ADMINISTRATIVE_POWER,
                "MZ",
                RetentionPeriod.YEARS_10,
                required("补贴申请表", APPLICATION, MaterialKind.APPLICATION),
                required("残疾人证明", APPLICATION, MaterialKind.ISSUING),
                optional("有效授权信息", APPLICATION, MaterialKind.APPLICATION),
                required("补贴给付决定书", RESULT, MaterialKind.RESULT));
        add(
                BIRTH,
                "出生医学证明补发",
                ItemType.PUBLIC_SERVICE,
                "WJ",
                RetentionPeriod.YEARS_30,
                required("补发申请表", APPLICATION, MaterialKind.APPLICATION),
                required("婚姻证明", APPLICATION, MaterialKind.ISSUING),
                required("出生医学证明", APPLICATION, MaterialKind.ISSUING),
                optional("确认书", APPLICATION, MaterialKind.APPLICATION),
                required("补发证明", RESULT, MaterialKind.RESULT));
        add(
                HYGIENE,
                "公共场所卫生许可",
                ItemType.ADMINISTRATIVE_POWER,
                "WJ",
                RetentionPeriod.YEARS_30,
                required("卫生许可申请表", APPLICATION, MaterialKind.APPLICATION),
                required("营业执照", APPLICATION, MaterialKind.ISSUING),
                optional("现场审查意见", PROCESS, MaterialKind.PROCESS),
                required("卫生许可证", RESULT, MaterialKind.RESULT));
        add(
                FOOD,
                "食品经营许可",
                ItemType.ADMINISTRATIVE_POWER,
                "SJ",
                RetentionPeriod.YEARS_30,
                required("食品经营许可申请书", APPLICATION, MaterialKind.APPLICATION),
                required("营业执照", APPLICATION, MaterialKind.ISSUING),
                optional("有效授权信息", APPLICATION, MaterialKind.APPLICATION),
                optional("现场核查表", PROCESS, MaterialKind.PROCESS),
                required("食品经营许可证", RESULT, MaterialKind.RESULT));
        ServiceItem enquiry = new ServiceItem(ENQUIRY, "企业登记档案查询", ItemType.PUBLIC_SERVICE, "SJ", Set.of("WZ"));
        enquiry.configure(
                RetentionPeriod.YEARS_10,
                numbered(
                        required("查询申请表", APPLICATION, MaterialKind.APPLICATION),
                        required("查询结果", RESULT, MaterialKind.RESULT)),
                clock.instant());
        items.add(enquiry);
    }

    private void add(
            String code, String name, ItemType type, String agency, RetentionPeriod retention, MaterialRule... rules) {
        ServiceItem item = new ServiceItem(code, name, type, agency, Set.of());
        item.configure(retention, numbered(rules), clock.instant());
        items.add(item);
    }

    private static List<MaterialRule> numbered(MaterialRule... rules) {
        return IntStream.range(0, rules.length)
                .mapToObj(i -> new MaterialRule(
                        rules[i].name(), rules[i].folder(), rules[i].kind(), rules[i].required(), i + 1))
                .toList();
    }

    private static MaterialRule required(String name, String folder, MaterialKind kind) {
        return new MaterialRule(name, folder, kind, true, 1);
    }

    private static MaterialRule optional(String name, String folder, MaterialKind kind) {
        return new MaterialRule(name, folder, kind, false, 1);
    }
}
