package org.pizzaorders.notification.sending;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.channel.Dispatch;
import org.pizzaorders.notification.entity.JsonData;
import org.pizzaorders.work.DueTable;

/** Claims the due deliveries of one channel. The claim itself reads the messages, so no other statement has to. */
public final class ClaimedDeliveries {

    /** A claim is also a write, so a claimer whose lease has ended finds another version. */
    private static final String ON_CLAIM = "version = version + 1";

    private static final String COLUMNS =
            "t.id, t.notification_id, t.version, t.attempts, t.address, t.subject, t.body,"
                    + " t.html, (select n.order_id from notifications.notifications n where n.id = t.notification_id) as order_id,"
                    + " (select n.data from notifications.notifications n where n.id = t.notification_id) as data";

    private static final JsonData JSON = new JsonData();

    private final DueTable table;
    private final Channel channel;

    public ClaimedDeliveries(DataSource dataSource, Channel channel) {
        this.table = new DueTable(
                dataSource, "notifications.notification_deliveries", ON_CLAIM, "channel = '" + channel + "'");
        this.channel = channel;
    }

    /** In its own transaction; call it outside any other. */
    public List<Dispatch> claim(int limit, Duration lease) {
        return table.claim(limit, lease, COLUMNS, this::dispatch);
    }

    private Dispatch dispatch(ResultSet row) throws SQLException {
        return new Dispatch(
                row.getObject("id", UUID.class),
                row.getObject("notification_id", UUID.class),
                row.getObject("order_id", UUID.class),
                row.getInt("version"),
                row.getInt("attempts"),
                channel,
                row.getString("address"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("html"),
                JSON.convertToEntityAttribute(row.getString("data")));
    }
}
