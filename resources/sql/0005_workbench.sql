-- Workbench: what test sets said of versions, and the templates that people saved.

-- One row a run of a test set against one version of a workflow or prompt. `state`: 1 running, 2 done, 3 failed (`error` says why).
CREATE TABLE test_run (
    id TEXT PRIMARY KEY,
    test_set TEXT NOT NULL,
    test_set_version BIGINT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    version BIGINT NOT NULL,
    content_hash TEXT NOT NULL,
    model TEXT NOT NULL,
    state INTEGER NOT NULL,
    total INTEGER NOT NULL,
    author TEXT NOT NULL,
    started_us BIGINT NOT NULL,
    ended_us BIGINT,
    error TEXT NOT NULL DEFAULT ''
);

CREATE INDEX test_run_of_version ON test_run (kind, name, version);
CREATE INDEX test_run_running ON test_run (state) WHERE state = 1;

-- The cases that have ended, in the order of the set; `output` and `checks` are JSON.
CREATE TABLE test_case_result (
    test_run_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    passed INTEGER NOT NULL,
    run_id TEXT NOT NULL,
    output TEXT NOT NULL,
    error TEXT NOT NULL,
    checks TEXT NOT NULL,
    cost_nanos BIGINT NOT NULL,
    PRIMARY KEY (test_run_id, position),
    FOREIGN KEY (test_run_id) REFERENCES test_run (id)
);

-- A template as its YAML file.
CREATE TABLE saved_template (
    name TEXT PRIMARY KEY,
    content TEXT NOT NULL,
    author TEXT NOT NULL,
    created_us BIGINT NOT NULL
);
