package org.pizzaorders.catalog.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.pizzaorders.catalog.api.Pizza;
import tools.jackson.databind.json.JsonMapper;

/** The pizzas that a new installation offers. */
public final class InitialMenu {

    /** The name of this set in {@code menu_seeds}. */
    public static final String NAME = "initial-menu";

    private InitialMenu() {}

    public static List<Pizza> pizzas() {
        try (InputStream json = InitialMenu.class.getResourceAsStream("initial-menu.json")) {
            return List.of(new JsonMapper().readValue(json, Pizza[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
