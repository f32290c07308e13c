/** What all resources share: strict JSON, problem documents, the context of the call, limits, languages, the caller. */
package org.pizzaorders.web.http;
