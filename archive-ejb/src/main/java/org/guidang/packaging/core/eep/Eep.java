// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.eep;

/** Names and fixed values of DA/T 48-2009 that reader and writer share. */
final class Eep {

    static final String NAMESPACE = "http://www.saac.gov.cn/standards/ERM/encapsulation";
    static final String ROOT = "电子文件封装包";
    static final String EDITION = "2009";
    static final String ORIGINAL = "原始型";
    static final String MODIFIED = "修改型";
    static final String SIGNED_OBJECT = "被签名对象";
    static final String EARLIER = "原封装包";
    static final String SIGNATURE_BLOCK = "电子签名块";
    static final String SIGNATURE = "电子签名";
    static final String LOCK = "锁定签名";
    static final String DATA = "编码数据";
    static final String DATA_ID = "编码数据ID";
    static final String REFERENCE = "引用编码数据ID";

    /** What is signed. The standard's own concatenation rule is not known to us; the rule is stated in every signature. */
    static final String RULE_ID = "http://www.w3.org/2001/10/xml-exc-c14n#";

    static final String RULE = RULE_ID + "；对被签名元素按排他性规范化（不含注释）后的八位字节作分离式CMS签名";

    /** Words before the digest, and before a later time-stamp, in 附注. */
    static final String DIGEST_NOTE = "归档信息包 SHA-256：";

    static final String TOKEN_NOTE = "归档信息包补加时间戳：";

    /** Packages inside packages; ours: the standard sets no limit. */
    static final int MOST_MODIFICATIONS = 16;

    private Eep() {}
}
