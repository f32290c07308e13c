/**
 * What lies on the disk: folders and their locks, secrets, files that were downloaded or built, and the scripts packed with
 * these classes. In here comes what handles files for several parts.
 */
package org.pizzaorders.local.files;
