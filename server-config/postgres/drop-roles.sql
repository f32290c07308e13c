-- The inverse of create-roles.sql. The roles must own nothing any more: run drop-schemas.sql first.
DROP ROLE IF EXISTS pizza, catalog, orders, payments, notifications;
