/** Shared by all resources: strict JSON, problem documents, the context of the call, limits, languages, the caller. */
package org.pizzaorders.web.http;
