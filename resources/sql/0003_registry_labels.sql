-- Registry: where each label was, which labels need a second person, what was asked and decided, and who tries a candidate.
-- Labels have no history from before this step (the audit has); their first move after it begins one.

-- Which registry a set of exported files came from.
CREATE TABLE registry_identity (
    id TEXT PRIMARY KEY
);

INSERT INTO registry_identity (id) VALUES (lower(hex(randomblob(16))));

-- What a list shows of a version, without its specification.
ALTER TABLE document_version ADD COLUMN description TEXT NOT NULL DEFAULT '';

UPDATE document_version SET description = json_extract(spec, '$.description') WHERE json_valid(spec) AND json_type(spec, '$.description') = 'text';

CREATE INDEX document_version_summary ON document_version (kind, name, version, content_hash, author, message, created_us, description);

-- from_version 0: it was nowhere; to_version 0: it was removed.
CREATE TABLE label_move (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    label TEXT NOT NULL,
    from_version BIGINT NOT NULL,
    to_version BIGINT NOT NULL,
    at_us BIGINT NOT NULL,
    actor TEXT NOT NULL,
    message TEXT NOT NULL,
    approval_id BIGINT,
    FOREIGN KEY (kind, name) REFERENCES document (kind, name)
);

CREATE INDEX label_move_of_label ON label_move (kind, name, label, id);

-- Moves only with another person's approval. Kind `*`: of every kind.
CREATE TABLE protected_label (
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    PRIMARY KEY (kind, label)
);

-- Bound to document, label, from, to, content and test run. `plan`: of a staged promotion, as JSON; empty: the label moves.
CREATE TABLE approval (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    label TEXT NOT NULL,
    from_version BIGINT NOT NULL,
    to_version BIGINT NOT NULL,
    content_hash TEXT NOT NULL,
    test_run_id TEXT NOT NULL,
    test_run_digest TEXT NOT NULL,
    plan TEXT NOT NULL,
    message TEXT NOT NULL,
    state INTEGER NOT NULL,
    requested_by TEXT NOT NULL,
    requested_token BIGINT NOT NULL,
    requested_us BIGINT NOT NULL,
    decided_by TEXT NOT NULL DEFAULT '',
    decided_us BIGINT,
    note TEXT NOT NULL DEFAULT '',
    void_reason TEXT NOT NULL DEFAULT '',
    FOREIGN KEY (kind, name, to_version) REFERENCES document_version (kind, name, version)
);

CREATE INDEX approval_of_label ON approval (kind, name, label, id);

CREATE INDEX approval_open ON approval (id) WHERE state = 1;

-- A share of the traffic of a label goes to a candidate. `plan`: stages, how they follow each other, and the guard, as JSON.
-- `baseline`: what the rollups of the minute in which the stage began said of both versions then, as JSON; it is none of the stage's.
CREATE TABLE rollout (
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    label TEXT NOT NULL,
    stable BIGINT NOT NULL,
    candidate BIGINT NOT NULL,
    percent INTEGER NOT NULL,
    stage INTEGER NOT NULL,
    plan TEXT NOT NULL,
    baseline TEXT NOT NULL,
    started_us BIGINT NOT NULL,
    stage_us BIGINT NOT NULL,
    actor TEXT NOT NULL,
    message TEXT NOT NULL,
    approval_id BIGINT,
    PRIMARY KEY (kind, name, label),
    FOREIGN KEY (kind, name, candidate) REFERENCES document_version (kind, name, version)
);

-- What the versions of one prompt or workflow came to, without reading all others' rollups.
CREATE INDEX rollup_of_prompt ON rollup (prompt_dim, minute);

CREATE INDEX rollup_of_workflow ON rollup (workflow_dim, minute);
