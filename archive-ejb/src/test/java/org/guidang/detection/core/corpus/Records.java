// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.core.corpus;

/** An issuing record (电子出证记录.XML) as 浙档发〔2019〕16号 表 A.1 wants it; all values made up. */
final class Records {

    static final String SOUND = """
            <?xml version="1.0" encoding="UTF-8"?>
            <description title="电子出证记录">
              <requestid title="唯一标识码">0123456789abcdef0123456789abcdef</requestid>
              <systemcode title="业务系统编码">S0001</systemcode>
              <systemdepartmentcode title="业务系统所属部门编码">001003010</systemdepartmentcode>
              <interfacecode title="接口编码">cf875a63d3d54f47a5dedcfd8bf72e13</interfacecode>
              <interfacedepartmentcode title="接口提供部门编码">001003019</interfacedepartmentcode>
              <requesttime title="请求时间">2026-11-19 14:18:39</requesttime>
              <responsetime title="响应时间">2026-11-19 14:18:40</responsetime>
              <sponsorcode title="申请人或法人证件编码">11010519491231002X</sponsorcode>
              <servicecode title="事项编码">3D8BA7302D519F2643203E8A56B66CEE</servicecode>
              <accesscarid title="访问者唯一标识">user</accesscarid>
              <projectid title="办件统一申报号">330000261711151100004</projectid>
              <materialname title="材料名称">婚姻证明</materialname>
              <requestparam title="数据查询参数">{"nf":"2018","xm":"张某"}</requestparam>
              <responsedata title="数据返回结果">{"code":"0","data":[{"xm":"张某","pqxm":"李某"}]}</responsedata>
            </description>
            """;

    private Records() {}
}
