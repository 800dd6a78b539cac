// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.transfer.control;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import org.guidang.shared.control.DataDirectory;

/** Puts beans together as the container would, by type, from parts the test gives. */
public final class Wiring {

    private Wiring() {}

    /** Fills the fields marked for injection and opens the bean. A field nobody fits is left empty. */
    public static <T> T wire(T bean, Object... parts) {
        try {
            for (Field field : bean.getClass().getDeclaredFields()) {
                if (field.isAnnotationPresent(Inject.class)) {
                    field.setAccessible(true);
                    field.set(
                            bean,
                            List.of(parts).stream()
                                    .filter(field.getType()::isInstance)
                                    .findFirst()
                                    .orElse(null));
                }
            }
            for (Method method : bean.getClass().getDeclaredMethods()) {
                if (method.isAnnotationPresent(PostConstruct.class)) {
                    method.setAccessible(true);
                    method.invoke(bean);
                }
            }
            return bean;
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** A data directory in a folder of the test. */
    public static DataDirectory dataIn(Path folder) {
        String before =
                System.setProperty("guidang.data", folder.resolve("data").toString());
        try {
            return new DataDirectory();
        } finally {
            if (before == null) {
                System.clearProperty("guidang.data");
            } else {
                System.setProperty("guidang.data", before);
            }
        }
    }

    /** A bean of a class that is not public. */
    public static Object make(String className, Object... parts) {
        try {
            var constructor = Class.forName(className).getDeclaredConstructor();
            constructor.setAccessible(true);
            return wire(constructor.newInstance(), parts);
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
