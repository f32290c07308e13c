-- The inverse of create-schemas.sql. It deletes the services' data.
DROP SCHEMA IF EXISTS catalog, orders, payments, notifications CASCADE;
DO $$ BEGIN EXECUTE format('REVOKE CONNECT ON DATABASE %I FROM pizza, catalog, orders, payments, notifications',
  current_database()); END $$;
