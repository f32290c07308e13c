package org.pizzaorders.notification.boundary;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.TreeMap;
import org.pizzaorders.notification.api.TemplateNotFound;
import org.pizzaorders.notification.api.TemplateView;
import org.pizzaorders.notification.api.Templates;
import org.pizzaorders.notification.control.StoredTemplates;
import org.pizzaorders.notification.entity.MessageTemplate;
import org.pizzaorders.notification.text.TemplateRules;

/** The texts of notifications. Each call is one transaction; the next message uses the change. */
@Stateless
@Local(Templates.class)
public class TemplateDesk implements Templates {

    @Inject
    StoredTemplates templates;

    @Override
    public List<TemplateView> templates() {
        var byType = templates.all().stream()
                .collect(groupingBy(
                        MessageTemplate::type, TreeMap::new, collectingAndThen(toList(), TemplateDesk::view)));
        return List.copyOf(byType.values());
    }

    @Override
    public TemplateView template(String type) {
        var texts = templates.of(type);
        if (texts.isEmpty()) {
            throw new TemplateNotFound(type);
        }
        return view(texts);
    }

    @Override
    public TemplateView store(TemplateView template) {
        TemplateRules.check(template);
        templates.replace(template);
        return template(template.type());
    }

    private static TemplateView view(List<MessageTemplate> texts) {
        return new TemplateView(
                texts.get(0).type(), texts.stream().map(MessageTemplate::text).toList());
    }
}
