package org.pizzaorders.notification.control;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.pizzaorders.notification.api.TemplateView;
import org.pizzaorders.notification.entity.MessageTemplate;
import org.pizzaorders.shared.Ids;

/** The current texts. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class StoredTemplates {

    @PersistenceContext(unitName = "notifications")
    EntityManager entities;

    public List<MessageTemplate> all() {
        return entities.createQuery(
                        "select t from MessageTemplate t order by t.type, t.channel, t.language", MessageTemplate.class)
                .getResultList();
    }

    /** Empty if there is no template of that type. */
    public List<MessageTemplate> of(String type) {
        return of(List.of(type)).getOrDefault(type, List.of());
    }

    Map<String, List<MessageTemplate>> of(Collection<String> types) {
        return entities.createQuery(
                        "select t from MessageTemplate t where t.type in :types order by t.type, t.channel, t.language",
                        MessageTemplate.class)
                .setParameter("types", types)
                .getResultStream()
                .collect(groupingBy(MessageTemplate::type));
    }

    /**
     * Replaces all texts of the template. If two transactions write one template at the same time, also a new one, the
     * second waits and wins.
     */
    public void replace(TemplateView template) {
        lock(template.type());
        var stored = of(template.type());
        stored.stream()
                .filter(text -> template.texts().stream().noneMatch(text::isFor))
                .forEach(entities::remove);
        for (var text : template.texts()) {
            stored.stream()
                    .filter(candidate -> candidate.isFor(text))
                    .findFirst()
                    .ifPresentOrElse(
                            found -> found.rewrite(text),
                            () -> entities.persist(new MessageTemplate(Ids.next(), template.type(), text)));
        }
        entities.flush();
    }

    /**
     * Locks the template until the transaction ends, even if it has no row yet. The result is cast to text, because JPA
     * cannot map void.
     */
    private void lock(String type) {
        entities.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)")
                .setParameter(1, "notifications.notification_templates/" + type)
                .getResultList();
    }
}
