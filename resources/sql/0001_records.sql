-- Records: what happened. Names are interned in `dimension`, times are microseconds since 1970, money is nano-dollars.

CREATE TABLE dimension (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE
);

-- One row a call. The id grows with time (core/base/identifiers.h), so lists need no other index.
CREATE TABLE run (
    id BIGINT PRIMARY KEY,
    started_us BIGINT NOT NULL,
    protocol INTEGER NOT NULL,
    status INTEGER NOT NULL,
    error_class INTEGER NOT NULL,
    http_status INTEGER NOT NULL,
    flags INTEGER NOT NULL,
    key_dim INTEGER NOT NULL,
    requested_dim INTEGER NOT NULL,
    route_dim INTEGER NOT NULL,
    policy_dim INTEGER NOT NULL,
    workflow_dim INTEGER NOT NULL,
    prompt_dim INTEGER NOT NULL,
    provider_dim INTEGER NOT NULL,
    model_dim INTEGER NOT NULL,
    finish_dim INTEGER NOT NULL,
    first_token_us BIGINT,
    end_to_end_us BIGINT NOT NULL,
    input_tokens BIGINT NOT NULL,
    cached_tokens BIGINT NOT NULL,
    cache_write_tokens BIGINT NOT NULL,
    output_tokens BIGINT NOT NULL,
    reasoning_tokens BIGINT NOT NULL,
    cost_nanos BIGINT NOT NULL,
    client_retry INTEGER NOT NULL,
    attempt_count INTEGER NOT NULL,
    error_code TEXT,
    error_message TEXT,
    attempts TEXT NOT NULL
);

CREATE INDEX run_not_succeeded ON run (status, id) WHERE status <> 1;

-- What was said, apart from the record: zstd, and only until it expires.
CREATE TABLE payload (
    run_id BIGINT PRIMARY KEY,
    expires_us BIGINT NOT NULL,
    request BLOB NOT NULL,
    response BLOB NOT NULL
);

CREATE INDEX payload_expiry ON payload (expires_us);

-- Sums and sketches of a minute and a combination of dimensions; dashboards read these, not the runs.
CREATE TABLE rollup (
    minute BIGINT NOT NULL,
    key_dim INTEGER NOT NULL,
    route_dim INTEGER NOT NULL,
    provider_dim INTEGER NOT NULL,
    model_dim INTEGER NOT NULL,
    workflow_dim INTEGER NOT NULL,
    prompt_dim INTEGER NOT NULL,
    calls BIGINT NOT NULL,
    succeeded BIGINT NOT NULL,
    degraded BIGINT NOT NULL,
    failed BIGINT NOT NULL,
    cancelled BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    retries BIGINT NOT NULL,
    fallbacks BIGINT NOT NULL,
    input_tokens BIGINT NOT NULL,
    output_tokens BIGINT NOT NULL,
    cost_nanos BIGINT NOT NULL,
    first_token BLOB NOT NULL,
    end_to_end BLOB NOT NULL,
    PRIMARY KEY (minute, key_dim, route_dim, provider_dim, model_dim, workflow_dim, prompt_dim)
);

-- Up to which run the rollups are complete, so that a start after a crash adds the rest and nothing twice.
CREATE TABLE rollup_mark (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    run_id BIGINT NOT NULL
);

INSERT INTO rollup_mark (id, run_id) VALUES (1, 0);
