package org.pizzaorders.notification.text;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Limits what rendering a template may access and cost. A template can access maps and lists, but no methods of
 * objects. The number of sections is limited, because nested lists multiply it.
 */
final class Allowance extends BasicCollector {

    private static final int MOST_SECTIONS = 20_000;

    private final int longest;
    private int sections;

    Allowance(int longest) {
        this.longest = longest;
    }

    @Override
    public Iterator<?> toIterator(Object value) {
        if (++sections > MOST_SECTIONS) {
            throw new MustacheException("it repeats too much");
        }
        var each = super.toIterator(value);
        return each == null ? null : counted(each);
    }

    private <T> Iterator<T> counted(Iterator<T> each) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return each.hasNext();
            }

            @Override
            public T next() {
                if (++sections > MOST_SECTIONS) {
                    throw new MustacheException("it repeats too much");
                }
                return each.next();
            }
        };
    }

    @Override
    public Mustache.VariableFetcher createFetcher(Object context, String name) {
        return context instanceof Map || context instanceof Iterable ? super.createFetcher(context, name) : null;
    }

    @Override
    public <K, V> Map<K, V> createFetcherCache() {
        return new ConcurrentHashMap<>();
    }

    Writer writer() {
        return new StringWriter() {
            @Override
            public void write(int letter) {
                room(1);
                super.write(letter);
            }

            @Override
            public void write(char[] text, int from, int length) {
                room(length);
                super.write(text, from, length);
            }

            @Override
            public void write(String text) {
                room(text.length());
                super.write(text);
            }

            @Override
            public void write(String text, int from, int length) {
                room(length);
                super.write(text, from, length);
            }

            private void room(int more) {
                if (getBuffer().length() + more > longest) {
                    throw new MustacheException("more than " + longest + " characters come out of it");
                }
            }
        };
    }
}
