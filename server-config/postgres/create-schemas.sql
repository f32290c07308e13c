-- The services' schemas in one database. Each belongs to the role of its service, and the others cannot use it.
-- Run in that database as a superuser, after create-roles.sql. It may run twice.
DO $$ BEGIN EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database()); END $$;
DO $$ BEGIN EXECUTE format('GRANT CONNECT ON DATABASE %I TO pizza, catalog, orders, payments, notifications',
  current_database()); END $$;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
CREATE SCHEMA IF NOT EXISTS catalog AUTHORIZATION catalog;
CREATE SCHEMA IF NOT EXISTS orders AUTHORIZATION orders;
CREATE SCHEMA IF NOT EXISTS payments AUTHORIZATION payments;
CREATE SCHEMA IF NOT EXISTS notifications AUTHORIZATION notifications;
