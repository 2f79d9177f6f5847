-- How many runs of an application wait, without looking at each.
CREATE INDEX ledger_queued ON ledger (key_name) WHERE state = 1 AND asynchronous = 1;
