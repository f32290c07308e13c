package org.pizzaorders.kafka.inbound;

/** Whether an activation is paused: set by any thread, seen by its poll threads at their next round. */
final class PauseSwitch {

    private volatile boolean paused;

    void pause() {
        paused = true;
    }

    void resume() {
        paused = false;
    }

    boolean isPaused() {
        return paused;
    }
}
