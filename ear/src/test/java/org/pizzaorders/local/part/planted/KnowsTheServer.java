package org.pizzaorders.local.part.planted;

import org.pizzaorders.local.server.planted.Upstairs;

/** Breaks the rules that a room of the local run knows only those below it, and hides what nobody else uses. */
public class KnowsTheServer {

    Upstairs server;
}
