package org.pizzaorders.kafka.cci;

import jakarta.resource.cci.IndexedRecord;
import java.util.ArrayList;
import java.util.Collection;

/** A list with a name. */
final class ListRecord<E> extends ArrayList<E> implements IndexedRecord<E> {

    private static final long serialVersionUID = 1L;

    private String name;
    private String description;

    ListRecord(String name) {
        this.name = name;
    }

    ListRecord(String name, Collection<E> elements) {
        super(elements);
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
