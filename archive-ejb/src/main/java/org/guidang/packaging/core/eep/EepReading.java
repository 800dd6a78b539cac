// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.packaging.core.eep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guidang.shared.Characteristic;
import org.guidang.shared.Finding;
import org.guidang.shared.Fixity;

/** What an encapsulation says, as far as it could be read. Believes nothing; {@link EepVerifier} judges. */
public final class EepReading {

    /** One computer file (编码). Fields that are not there are empty. */
    public static final class Part {
        String path = "";
        String stated = "";
        String title = "";
        String keyword = "";
        String dataId = "";
        String reference = "";

        /** 计算机文件名: text from outside. */
        public String path() {
            return path;
        }

        /** 题名 of its document. */
        public String title() {
            return title;
        }

        /** Identifier of the octets: its own, or that of earlier data it uses again. */
        public String octetsId() {
            return reference.isEmpty() ? dataId : reference;
        }
    }

    /** One signature, or the lock over one. */
    static final class Signature {
        String id = "";
        String rule = "";
        String time = "";
        String signer = "";
        String result = "";
        String algorithm = "";
        final List<String> certificates = new ArrayList<>();
        /** Of the element itself in canonical form, which a lock signs. */
        Fixity own;
        /** What it signs; null when nothing stands before it. */
        SignedObject of;

        /** A field, under any of the names that writers give it. */
        void take(String name, String value) {
            switch (name) {
                case "签名标识符", "签名标识符号", "被锁定签名标识符" -> id = value;
                case "签名规则" -> rule = value;
                case "签名时间" -> time = value;
                case "签名人" -> signer = value;
                case "签名结果" -> result = value;
                case "签名算法标识" -> algorithm = value;
                case "证书" -> certificates.add(value);
                default -> {} // 证书引证 and blocks
            }
        }
    }

    /** 被签名对象: the package, or an earlier one inside it. */
    static final class SignedObject {
        final int depth;
        String edition = "";
        String type = "";
        String created = "";
        String unit = "";
        boolean modifies;
        /** Canonical form; null when it does not end. */
        Fixity fixity;

        final List<Part> parts = new ArrayList<>();
        final List<String> notes = new ArrayList<>();

        SignedObject(int depth) {
            this.depth = depth;
        }

        /** For a finding. */
        String place() {
            return depth == 1 ? Eep.SIGNED_OBJECT : Eep.SIGNED_OBJECT + " -" + (depth - 1);
        }
    }

    String edition = "";
    final List<SignedObject> objects = new ArrayList<>();
    final List<Signature> signatures = new ArrayList<>();
    final List<Signature> locks = new ArrayList<>();
    final Map<String, Fixity> data = new HashMap<>();
    final List<Finding> findings = new ArrayList<>();

    /** The outermost object; empty when there is none. */
    Optional<SignedObject> latest() {
        return objects.stream().filter(object -> object.depth == 1).findFirst();
    }

    /** 封装包类型; empty when none is told. */
    public String type() {
        return latest().map(object -> object.type).orElse("");
    }

    /** 封装包创建时间 as written. */
    public String created() {
        return latest().map(object -> object.created).orElse("");
    }

    /** 封装包创建单位. */
    public String unit() {
        return latest().map(object -> object.unit).orElse("");
    }

    /** How often the package was modified: earlier packages inside. */
    public int modifications() {
        return objects.stream().mapToInt(object -> object.depth).max().orElse(1) - 1;
    }

    /** Files of the latest state. */
    public List<Part> parts() {
        return latest().map(object -> List.copyOf(object.parts)).orElse(List.of());
    }

    /** Fixity of the octets of a file; empty when it refers to data that are not there. */
    public Optional<Fixity> fixity(Part part) {
        return Optional.ofNullable(data.get(part.octetsId()));
    }

    /** What keeps it from being read, and what is inconsistent in itself. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** SHA-256 of the zip that was encapsulated; empty when none is told. */
    public Optional<String> recordedDigest() {
        return note(Eep.DIGEST_NOTE);
    }

    /** Base64 of a time-stamp that came after fixing; empty for none. */
    public Optional<String> laterToken() {
        return note(Eep.TOKEN_NOTE);
    }

    /** The rest of the 附注 that begins so. */
    private Optional<String> note(String beginning) {
        return latest().stream()
                .flatMap(object -> object.notes.stream())
                .filter(note -> note.startsWith(beginning))
                .map(note -> note.substring(beginning.length()))
                .findFirst();
    }

    /** Tells where the parts do not fit together; called when all is read. */
    void compareParts() {
        for (SignedObject object : objects) {
            for (Part part : object.parts) {
                Fixity octets = data.get(part.octetsId());
                if (octets == null) {
                    findings.add(integrity("reference-missing").in(part.path).expecting(part.octetsId(), ""));
                } else if (part.stated.matches("\\d{1,18}") && Long.parseLong(part.stated) != octets.octets()) {
                    findings.add(integrity("length").in(part.path).expecting(part.stated, octets.octets()));
                }
            }
        }
        if (latest().isEmpty()) {
            findings.add(integrity("no-object").expecting(Eep.SIGNED_OBJECT, ""));
        }
    }

    private static Finding integrity(String what) {
        return Finding.failed("eep." + what, Characteristic.INTEGRITY, "packaging.eep." + what);
    }
}
