// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.detection.web;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.guidang.detection.ProfileChange;
import org.guidang.detection.boundary.ProfileItemView;
import org.guidang.shared.Level;

/** One item while somebody edits a profile: what the edition says, and what was typed. */
public class ProfileRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ProfileItemView item;
    private final List<Value> values;
    private Level level;
    private String reason;

    /** One parameter with what was typed. */
    public static class Value implements Serializable {

        private static final long serialVersionUID = 1L;

        private final ProfileItemView.Parameter parameter;
        private String value;

        Value(ProfileItemView.Parameter parameter) {
            this.parameter = parameter;
            this.value = parameter.value();
        }

        boolean changed() {
            return !parameter.prescribed().equals(value);
        }

        public ProfileItemView.Parameter getParameter() {
            return parameter;
        }

        public String getValue() {
            return value;
        }

        public void setValue(String value) {
            this.value = value == null ? "" : value.strip();
        }
    }

    ProfileRow(ProfileItemView item) {
        this.item = item;
        this.level = item.level();
        this.reason = item.reason();
        this.values = item.parameters().stream().map(Value::new).toList();
    }

    /** Whether the row, as typed, departs from the edition. */
    public boolean isChanged() {
        return level != item.prescribed() || values.stream().anyMatch(Value::changed);
    }

    ProfileChange change() {
        Map<String, String> parameters = values.stream()
                .filter(Value::changed)
                .collect(Collectors.toMap(each -> each.parameter.name(), Value::getValue));
        return new ProfileChange(item.code(), level == item.prescribed() ? null : level, parameters, reason);
    }

    public ProfileItemView getItem() {
        return item;
    }

    public List<Value> getValues() {
        return values;
    }

    public Level getLevel() {
        return level;
    }

    public void setLevel(Level level) {
        this.level = level;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
