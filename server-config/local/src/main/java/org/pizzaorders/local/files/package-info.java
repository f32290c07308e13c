/**
 * Files on disk: folders and their locks, secrets, files that were downloaded or built, and the scripts packed with
 * these classes. For code that handles files of several parts.
 */
package org.pizzaorders.local.files;
