-- The inverse of create-roles.sql. The roles must own nothing any more: drop the database first.
DROP ROLE IF EXISTS pizza, catalog, orders, payments, notifications;
