package org.pizzaorders.kafka.cci;

import jakarta.resource.cci.MappedRecord;
import java.util.LinkedHashMap;

/** A map with a name. */
final class MapRecord<K, V> extends LinkedHashMap<K, V> implements MappedRecord<K, V> {

    private static final long serialVersionUID = 1L;

    private String name;
    private String description;

    MapRecord(String name) {
        this.name = name;
    }

    @Override
    public String getRecordName() {
        return name;
    }

    @Override
    public void setRecordName(String value) {
        name = value;
    }

    @Override
    public String getRecordShortDescription() {
        return description;
    }

    @Override
    public void setRecordShortDescription(String value) {
        description = value;
    }
}
