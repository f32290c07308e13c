-- The inverse of create-roles.sql. Drop the database first, because the roles must own nothing.
DROP ROLE IF EXISTS pizza, catalog, orders, payments, notifications;
