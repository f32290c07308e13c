package org.pizzaorders.messaging;

import static org.assertj.core.api.Assertions.assertThat;

/** However much has piled up, a round of a timer reads what it works on and not much more, whatever the plans are. */
public final class ManyRows {

    public static final int MANY = 60_000;

    /** The end of an insert, with numbers {@code n}. */
    public static final String SOME = " from generate_series(1, " + MANY + ") n";

    private static final int FEW = 5_000;

    private final ServiceFixture service;

    public ManyRows(ServiceFixture service) {
        this.service = service;
    }

    public void assertFew(String what, Runnable work) {
        assertReads(what, FEW, work);
    }

    /** By the statistics there are, as in a sudden rush, and by those of all these rows. */
    public void assertReads(String what, int most, Runnable work) {
        assertThat(service.rowsRead(work)).as(what).isLessThanOrEqualTo(most);
        service.execute("analyze");
        assertThat(service.rowsRead(work)).as(what + ", analyzed").isLessThanOrEqualTo(most);
    }
}
