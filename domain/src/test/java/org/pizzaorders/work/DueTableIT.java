package org.pizzaorders.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.messaging.ServiceFixture;
import org.pizzaorders.shared.Ids;
import org.pizzaorders.shared.Service;

class DueTableIT {

    private static final Duration LEASE = Duration.ofMinutes(1);

    private static ServiceFixture payments;

    private final DueTable table = new DueTable(payments.dataSource(), "payments.parcels", "claims = claims + 1");

    @BeforeAll
    static void prepareTheDatabase() {
        payments = ServiceFixture.of(Service.PAYMENTS);
        payments.execute("create table payments.parcels (id uuid primary key, next_attempt_at timestamptz,"
                + " claims integer not null default 0)");
    }

    @AfterAll
    static void close() {
        payments.close();
    }

    @BeforeEach
    void empty() {
        payments.execute("delete from payments.parcels");
    }

    @Test
    void claimsTheRowsFirstThatAreDueLongest() {
        var later = parcel("now() - interval '1 second'");
        var earlier = parcel("now() - interval '1 minute'");
        parcel("now() + interval '1 minute'");
        parcel("null");

        assertThat(table.claim(1, LEASE)).containsExactly(earlier);
        assertThat(table.claim(10, LEASE)).containsExactly(later);
    }

    @Test
    void nobodyElseClaimsARowUntilItsLeaseEnds() {
        var id = parcel("now()");
        assertThat(table.claim(10, LEASE)).containsExactly(id);

        assertThat(table.claim(10, LEASE)).isEmpty();

        payments.execute("update payments.parcels set next_attempt_at = now() - interval '1 millisecond'");
        assertThat(table.claim(10, LEASE)).containsExactly(id);
        assertThat(payments.rows("select claims from payments.parcels"))
                .allSatisfy(row -> assertThat(row).containsEntry("claims", 2));
    }

    @Test
    void aClaimReadsWhatTheAttemptNeeds() {
        var id = parcel("now()");

        var claimed = table.claim(10, LEASE, "t.id, t.claims", row -> row.getString("id") + " " + row.getInt("claims"));

        assertThat(claimed).containsExactly(id + " 1");
    }

    /** However the planner joins, the choice is made once: else each pass over it locks as many again. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-c enable_hashjoin=off -c enable_mergejoin=off -c enable_hashagg=off -c enable_sort=off"
                        + " -c enable_material=off -c enable_memoize=off -c enable_indexscan=off -c enable_bitmapscan=off",
                ""
            })
    void neverClaimsMoreRowsThanTheLimitEvenWithJoins(String planner) {
        for (var i = 0; i < 50; i++) {
            parcel("now() - interval '1 second'");
        }
        var source = payments.source("planner");
        source.setOptions(planner);
        var planned = new DueTable(source, "payments.parcels", "claims = claims + 1");

        var claimed = planned.claim(3, LEASE);

        assertThat(claimed).hasSize(3);
        assertThat(payments.rows("select 1 from payments.parcels where claims > 0"))
                .hasSize(3);
    }

    private static UUID parcel(String due) {
        var id = Ids.next();
        payments.execute("insert into payments.parcels (id, next_attempt_at) values (?, " + due + ")", id);
        return id;
    }
}
