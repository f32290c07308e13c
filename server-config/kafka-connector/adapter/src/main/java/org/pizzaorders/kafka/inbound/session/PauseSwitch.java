package org.pizzaorders.kafka.inbound.session;

/** Whether an activation is paused: set by any thread, seen by its poll threads at their next round. */
public final class PauseSwitch {

    private volatile boolean paused;

    public void pause() {
        paused = true;
    }

    public void resume() {
        paused = false;
    }

    public boolean isPaused() {
        return paused;
    }
}
