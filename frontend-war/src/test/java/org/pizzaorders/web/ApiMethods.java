package org.pizzaorders.web;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.TypeFactory;

/** The operations of the API, as the resources have them. */
final class ApiMethods {

    private static final TypeFactory TYPES = JsonMapper.shared().getTypeFactory();

    private ApiMethods() {}

    /** By method and path, as in {@code GET /api/v1/orders/{id}}. */
    static Map<String, Method> methods() {
        var methods = new HashMap<String, Method>();
        new Api()
                .getClasses().stream()
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                        .forEach(method ->
                                httpMethod(method).ifPresent(http -> methods.put(http + " " + path(method), method)));
        return methods;
    }

    private static Optional<String> httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(http -> http != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String path(Method method) {
        var root = method.getDeclaringClass().getAnnotation(Path.class).value();
        var own = method.getAnnotation(Path.class);
        var path = "/api/v1/" + root + (own == null ? "" : "/" + own.value());
        return path.replaceAll("/+", "/").replaceAll("/$", "");
    }

    /** The parameter that is the body: the one that JAX-RS does not get from elsewhere. */
    static Optional<JavaType> body(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.getAnnotations().length == 0)
                .map(parameter -> TYPES.constructType(parameter.getParameterizedType()))
                .findFirst();
    }

    /** Types of the answers, as far as the methods tell. */
    static Map<String, JavaType> answers() {
        var answers = new HashMap<String, JavaType>();
        methods().forEach((name, method) -> {
            var type = TYPES.constructType(method.getGenericReturnType());
            if (type.isRecordType()) {
                answers.put(name, type);
            }
        });
        return answers;
    }
}
