-- When a credential last let somebody in, to the minute.
ALTER TABLE application_key ADD COLUMN last_used_us BIGINT;
ALTER TABLE access_token ADD COLUMN last_used_us BIGINT;
