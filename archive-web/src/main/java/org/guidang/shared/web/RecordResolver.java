// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.web;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.PropertyNotWritableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** Lets a page say {@code #{row.number}} of a record, which Expression Language learns only in version 6.0. */
public class RecordResolver extends ELResolver {

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        Method accessor = accessor(base, property);
        if (accessor == null) {
            return null;
        }
        context.setPropertyResolved(base, property);
        try {
            return accessor.invoke(base);
        } catch (InvocationTargetException failed) {
            throw new ELException(failed.getCause());
        } catch (IllegalAccessException hidden) {
            throw new ELException(hidden);
        }
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        if (accessor(base, property) != null) {
            context.setPropertyResolved(base, property);
        }
        return null; // read-only
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        if (accessor(base, property) != null) {
            throw new PropertyNotWritableException(
                    property + " of " + base.getClass().getSimpleName());
        }
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        boolean known = accessor(base, property) != null;
        if (known) {
            context.setPropertyResolved(base, property);
        }
        return known;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return base instanceof Record ? String.class : null;
    }

    private static Method accessor(Object base, Object property) {
        if (!(base instanceof Record) || property == null) {
            return null;
        }
        try {
            return base.getClass().getMethod(property.toString());
        } catch (NoSuchMethodException other) {
            return null;
        }
    }
}
