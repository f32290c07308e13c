package org.pizzaorders.web.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

/** Answers to calls that make something: each says where it is. */
public final class Made {

    private Made() {}

    /**
     * It is done.
     *
     * @param path of the collection below {@code /api/v1/}
     */
    public static Response created(String path, Object id, Object entity) {
        return answer(Status.CREATED, path, id, entity);
    }

    /** Work on it is still to come. Otherwise as {@link #created}. */
    public static Response accepted(String path, Object id, Object entity) {
        return answer(Status.ACCEPTED, path, id, entity);
    }

    private static Response answer(Status status, String path, Object id, Object entity) {
        return Response.status(status)
                .header(HttpHeaders.LOCATION, "/api/v1/" + path + "/" + id)
                .entity(entity)
                .build();
    }
}
