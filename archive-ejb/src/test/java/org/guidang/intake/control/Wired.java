// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.intake.control;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** Puts real beans together without a container: constructs them and fills their injection points by type. */
final class Wired {

    private final List<Object> beans = new ArrayList<>();

    /** Offers something that is at hand: a repository in memory, a fixed clock. */
    <T> T with(T bean) {
        beans.add(bean);
        return bean;
    }

    /** The bean of a type, made and wired when it is asked for the first time. */
    <T> T get(Class<T> type) {
        for (Object bean : beans) {
            if (type.isInstance(bean)) {
                return type.cast(bean);
            }
        }
        try {
            Constructor<T> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            T bean = with(constructor.newInstance());
            for (Field field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(Inject.class)) {
                    field.setAccessible(true);
                    field.set(bean, get(field.getType()));
                }
            }
            for (Method method : type.getDeclaredMethods()) {
                if (method.isAnnotationPresent(PostConstruct.class)) {
                    method.setAccessible(true);
                    method.invoke(bean);
                }
            }
            return bean;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(type.getName(), impossible);
        }
    }
}
