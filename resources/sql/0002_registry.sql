-- Registry: what operators decide, as versions; who may do what; and what was changed by whom.

CREATE TABLE document (
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    archived INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (kind, name)
);

CREATE TABLE document_version (
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    version BIGINT NOT NULL,
    content_hash TEXT NOT NULL,
    spec TEXT NOT NULL,
    author TEXT NOT NULL,
    message TEXT NOT NULL,
    created_us BIGINT NOT NULL,
    PRIMARY KEY (kind, name, version),
    FOREIGN KEY (kind, name) REFERENCES document (kind, name)
);

CREATE TABLE document_label (
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    label TEXT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (kind, name, label),
    FOREIGN KEY (kind, name, version) REFERENCES document_version (kind, name, version)
);

-- Keys of applications and tokens of people are random; only their HMAC-SHA-256 with the server's secret is kept.
CREATE TABLE application_key (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    prefix TEXT NOT NULL,
    digest BLOB NOT NULL UNIQUE,
    created_us BIGINT NOT NULL,
    revoked_us BIGINT
);

CREATE TABLE access_token (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    prefix TEXT NOT NULL,
    digest BLOB NOT NULL UNIQUE,
    created_us BIGINT NOT NULL,
    revoked_us BIGINT
);

-- XChaCha20-Poly1305 under the master key; name and binding are associated data, so that a row cannot be moved.
CREATE TABLE secret (
    name TEXT PRIMARY KEY,
    bound_to TEXT NOT NULL,
    nonce BLOB NOT NULL,
    ciphertext BLOB NOT NULL,
    updated_us BIGINT NOT NULL
);

CREATE TABLE sandbox_setting (
    provider TEXT PRIMARY KEY,
    settings TEXT NOT NULL
);

-- h(n) = SHA-256(0x01, h(n-1), entry): a changed or removed entry breaks the chain after it.
CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at_us BIGINT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    peer TEXT NOT NULL,
    hash BLOB NOT NULL
);
