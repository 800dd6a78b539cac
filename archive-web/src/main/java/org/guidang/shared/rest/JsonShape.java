// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang.shared.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import org.guidang.shared.Finding;

/**
 * How JSON is read and written: instants and dates as ISO 8601, an identifier as its text, a finding with its sentences. A
 * name twice or a name we do not know is an error, so that nobody believes to have set what was never read.
 */
@Provider
public class JsonShape implements ContextResolver<ObjectMapper> {

    @Context
    HttpHeaders headers;

    private final ObjectMapper mapper = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule()
                    .addSerializer(Finding.class, new FindingSerializer())
                    .setSerializerModifier(new IdentifiersAsText()))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return mapper;
    }

    private final class FindingSerializer extends JsonSerializer<Finding> {

        @Override
        public void serialize(Finding finding, JsonGenerator json, SerializerProvider provider) throws IOException {
            Locale locale = Problem.language(headers.getAcceptableLanguages());
            provider.defaultSerializeValue(FindingJson.of(locale, finding), json);
        }
    }

    /** A record of the one component "value" is an identifier; it is written as what {@code value} says. */
    private static final class IdentifiersAsText extends BeanSerializerModifier {

        private static final long serialVersionUID = 1L;

        @Override
        public JsonSerializer<?> modifySerializer(
                SerializationConfig config, BeanDescription bean, JsonSerializer<?> serializer) {
            RecordComponent[] components = bean.getBeanClass().getRecordComponents();
            boolean identifier =
                    components != null && components.length == 1 && "value".equals(components[0].getName());
            return identifier ? new ValueSerializer(components[0]) : serializer;
        }
    }

    private static final class ValueSerializer extends JsonSerializer<Object> {

        private final RecordComponent value;

        ValueSerializer(RecordComponent value) {
            this.value = value;
        }

        @Override
        public void serialize(Object identifier, JsonGenerator json, SerializerProvider provider) throws IOException {
            try {
                provider.defaultSerializeValue(value.getAccessor().invoke(identifier), json);
            } catch (ReflectiveOperationException notPublic) {
                throw new IOException(notPublic);
            }
        }
    }
}
