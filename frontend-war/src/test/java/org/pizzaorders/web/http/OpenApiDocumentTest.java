package org.pizzaorders.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OpenApiDocumentTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void isTheWrittenOneWhereAllServicesAreDeployed() {
        var written = OpenApiDocument.read();

        assertThat(OpenApiDocument.without(Part.missing(), written)).isSameAs(written);
    }

    @Test
    void describesTheDeployedServiceAndTheCommonOperations() {
        var document = JSON.readTree(OpenApiDocument.without(allBut(Part.PAYMENTS), OpenApiDocument.read()));

        assertThat(document.get("paths").propertyNames())
                .contains("/api/v1", "/api/v1/payments", "/api/v1/payments/{id}", "/api/v1/ops/outbox")
                .noneMatch(path -> path.matches("/api/v1/(menu|orders|notif).*"));
        assertThat(document.get("tags").valueStream().map(tag -> tag.get("name").asString()))
                .containsExactly("Index", "Payments", "Operations");
    }

    private static Set<Part> allBut(Part part) {
        return EnumSet.complementOf(EnumSet.of(part));
    }
}
