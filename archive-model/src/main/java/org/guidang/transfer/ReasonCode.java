// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer;

/** Kinds of fault a package is returned for. Ours: the sources demand a reason and list none. */
public enum ReasonCode {
    /** 元数据缺项或错误 */
    METADATA("transfer.reason.metadata"),
    /** 材料缺失 */
    MATERIAL_MISSING("transfer.reason.material-missing"),
    /** 材料内容错误或与办件不符 */
    CONTENT("transfer.reason.content"),
    /** 文件不可读或格式不符 */
    FORMAT("transfer.reason.format"),
    /** 签名、印章或时间戳无效 */
    SIGNATURE("transfer.reason.signature"),
    /** 固化信息不符，传输中损坏 */
    DAMAGED("transfer.reason.damaged"),
    /** 病毒或安全问题 */
    SECURITY("transfer.reason.security"),
    /** 不属于本机构或不在归档范围 */
    SCOPE("transfer.reason.scope"),
    /** 重复移交 */
    DUPLICATE("transfer.reason.duplicate"),
    /** 其他 */
    OTHER("transfer.reason.other");

    private final String key;

    ReasonCode(String key) {
        this.key = key;
    }

    /** Key of its name in {@link org.guidang.shared.Words}. */
    public String key() {
        return key;
    }
}
