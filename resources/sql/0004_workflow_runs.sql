-- Workflows' runs: what is owed to callers, what they say afterwards, and what could not be done.

-- Why the policy marked the output, a line a reason; NULL: it did not.
ALTER TABLE run ADD COLUMN flagged TEXT;

-- Runs that were accepted and are owed: asynchronous, or with an Idempotency-Key. States: 1 queued, 2 running, 3 done.
CREATE TABLE ledger (
    run_id BIGINT PRIMARY KEY,
    key_name TEXT NOT NULL,
    workflow TEXT NOT NULL,
    state INTEGER NOT NULL,
    asynchronous INTEGER NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    idempotency_key TEXT,
    fingerprint BLOB NOT NULL,
    request BLOB NOT NULL,
    callback_url TEXT,
    accepted_us BIGINT NOT NULL,
    done_us BIGINT,
    expires_us BIGINT,
    result_status INTEGER,
    result BLOB
);

CREATE UNIQUE INDEX ledger_idempotency ON ledger (key_name, idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX ledger_owed ON ledger (state, run_id) WHERE state <> 3;
CREATE INDEX ledger_expiry ON ledger (expires_us) WHERE expires_us IS NOT NULL;

-- Results that are sent to their callers. States: 1 waits for the run, 2 due, 3 delivered, 4 given up.
CREATE TABLE callback (
    run_id BIGINT PRIMARY KEY,
    url TEXT NOT NULL,
    state INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    next_us BIGINT NOT NULL
);

CREATE INDEX callback_due ON callback (next_us) WHERE state = 2;

CREATE TABLE callback_attempt (
    run_id BIGINT NOT NULL,
    number INTEGER NOT NULL,
    at_us BIGINT NOT NULL,
    took_ms BIGINT NOT NULL,
    status INTEGER NOT NULL,
    problem TEXT NOT NULL,
    PRIMARY KEY (run_id, number)
);

-- Runs that failed for good and whose error behaviour keeps them. States: 1 open, 2 replayed, 3 dismissed. `input` is zstd and goes
-- when its time is over.
CREATE TABLE dead_letter (
    run_id BIGINT PRIMARY KEY,
    key_name TEXT NOT NULL,
    workflow TEXT NOT NULL,
    error_class INTEGER NOT NULL,
    error_code TEXT NOT NULL,
    error_message TEXT NOT NULL,
    input BLOB,
    created_us BIGINT NOT NULL,
    expires_us BIGINT NOT NULL,
    state INTEGER NOT NULL,
    replayed_as BIGINT,
    decided_by TEXT,
    decided_us BIGINT
);

CREATE INDEX dead_letter_open ON dead_letter (run_id) WHERE state = 1;
CREATE INDEX dead_letter_replay ON dead_letter (replayed_as) WHERE replayed_as IS NOT NULL;
CREATE INDEX dead_letter_expiry ON dead_letter (expires_us) WHERE input IS NOT NULL;

-- What callers said about runs of theirs; the latest report counts.
CREATE TABLE run_outcome (
    run_id BIGINT PRIMARY KEY,
    outcome INTEGER NOT NULL,
    score DOUBLE PRECISION,
    note TEXT NOT NULL,
    at_us BIGINT NOT NULL
);

-- `rejected`: succeeded by itself, and reported as a failure or overridden afterwards.
ALTER TABLE rollup ADD COLUMN reported_success BIGINT NOT NULL DEFAULT 0;
ALTER TABLE rollup ADD COLUMN reported_failure BIGINT NOT NULL DEFAULT 0;
ALTER TABLE rollup ADD COLUMN reported_overridden BIGINT NOT NULL DEFAULT 0;
ALTER TABLE rollup ADD COLUMN rejected BIGINT NOT NULL DEFAULT 0;

-- Runs whose record came after that of younger ones, below the rollups' mark, and that are not in the rollups yet.
CREATE TABLE rollup_late (
    run_id BIGINT PRIMARY KEY
);
