-- One login role per service, and the owner of the database, who can read everything, for people and reports.
-- Run as a superuser: psql -v pizza_password=… -v catalog_password=… -f create-roles.sql. It may run twice:
-- it then only sets the passwords again.
DO $$ BEGIN CREATE ROLE pizza LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
DO $$ BEGIN CREATE ROLE catalog LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
DO $$ BEGIN CREATE ROLE orders LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
DO $$ BEGIN CREATE ROLE payments LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
DO $$ BEGIN CREATE ROLE notifications LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
ALTER ROLE pizza PASSWORD :'pizza_password';
ALTER ROLE catalog PASSWORD :'catalog_password';
ALTER ROLE orders PASSWORD :'orders_password';
ALTER ROLE payments PASSWORD :'payments_password';
ALTER ROLE notifications PASSWORD :'notifications_password';
ALTER ROLE catalog SET search_path = catalog;
ALTER ROLE orders SET search_path = orders;
ALTER ROLE payments SET search_path = payments;
ALTER ROLE notifications SET search_path = notifications;
-- If a server hangs in a transaction, its locks end after this time.
ALTER ROLE catalog SET idle_in_transaction_session_timeout = '2min';
ALTER ROLE orders SET idle_in_transaction_session_timeout = '2min';
ALTER ROLE payments SET idle_in_transaction_session_timeout = '2min';
ALTER ROLE notifications SET idle_in_transaction_session_timeout = '2min';
GRANT pg_read_all_data TO pizza;
