/** A step of the database's schema. Its number is its place in the list, from 1. */
export interface Migration {
  /** What a developer sees, and what the database keeps. */
  name: string
  sql: string
}

/** Every step so far, oldest first. A step that was released does not change; a change is a new step. */
export const MIGRATIONS: readonly Migration[] = [
  {
    name: '0001_ledger',
    sql: `
      CREATE TABLE seam_ledger (
        workspace text NOT NULL,
        customer_key text NOT NULL,
        list text NOT NULL,
        record_key text NOT NULL,
        hash text NOT NULL,
        PRIMARY KEY (workspace, customer_key, list, record_key)
      );
    `,
  },
  {
    name: '0002_runs_and_rates',
    sql: `
      CREATE TABLE seam_run (
        id text PRIMARY KEY,
        workspace text NOT NULL,
        settings jsonb NOT NULL,
        is_full boolean NOT NULL,
        -- How many records the source has, where it can tell.
        total bigint,
        -- How many customers are not finished.
        open int NOT NULL,
        started_at timestamptz NOT NULL DEFAULT now(),
        ended_at timestamptz
      );
      -- One customer's records of one phase. The next phase is planned when all chunks of this one are settled.
      CREATE TABLE seam_stage (
        run text NOT NULL REFERENCES seam_run ON DELETE CASCADE,
        customer_key text NOT NULL,
        phase int NOT NULL,
        -- How many chunks it has. Null until it is planned.
        planned int,
        settled int NOT NULL DEFAULT 0,
        -- What is planned after that. Null when it is the customer's last.
        next_phase int,
        sent bigint NOT NULL DEFAULT 0,
        failed bigint NOT NULL DEFAULT 0,
        unchanged bigint NOT NULL DEFAULT 0,
        bytes bigint NOT NULL DEFAULT 0,
        PRIMARY KEY (run, customer_key, phase)
      );
      -- Which chunks are counted. An engine may hand a chunk out again after it was settled.
      CREATE TABLE seam_settled (
        run text NOT NULL REFERENCES seam_run ON DELETE CASCADE,
        chunk text NOT NULL,
        PRIMARY KEY (run, chunk)
      );
      -- What did not arrive, and why.
      CREATE TABLE seam_dead (
        id uuid PRIMARY KEY,
        run text,
        customer_key text,
        records int NOT NULL,
        reason text NOT NULL,
        failures jsonb NOT NULL DEFAULT '[]',
        buried_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX seam_dead_run ON seam_dead (run);
      -- In the form that rate-limiter-flexible reads.
      CREATE TABLE seam_rate (
        key varchar(255) PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        expire bigint
      );
    `,
  },
]
