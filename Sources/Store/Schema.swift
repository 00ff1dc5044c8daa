import GRDB

/// The tables, as numbered steps. A step that was released is never changed: the next change is a new one at the end.
///
/// Names, TEXT and BIGINT only, so that another SQL database can hold the same. Instants are milliseconds since 1970,
/// keys of secrets are SHA-256 in hexadecimal, contacts and channels are JSON.
enum Schema {
    static let migrator: DatabaseMigrator = {
        var migrator = DatabaseMigrator()
        for (identifier, statements) in steps {
            migrator.registerMigration(identifier) { try $0.execute(sql: statements) }
        }
        return migrator
    }()

    private static let steps: [(identifier: String, statements: String)] = [
        ("0001-members", members),
        ("0002-invitations", invitations),
        ("0003-reveals", reveals),
        ("0004-access", access),
        ("0005-queue", queue),
        ("0006-lists", lists),
        ("0007-inbox", inbox),
        ("0008-ledger", ledger),
        ("0009-outbox", outbox),
        ("0010-answers", answers),
        ("0011-contact-sources", contactSources),
    ]

    private static let members = """
        CREATE TABLE member (
            email TEXT NOT NULL PRIMARY KEY,
            company TEXT NOT NULL,
            role TEXT NOT NULL,
            added BIGINT NOT NULL
        );
        CREATE TABLE sign_in_link (
            digest TEXT NOT NULL PRIMARY KEY,
            email TEXT NOT NULL REFERENCES member(email) ON DELETE CASCADE,
            expires BIGINT NOT NULL
        );
        CREATE INDEX sign_in_link_email ON sign_in_link(email);
        CREATE TABLE session (
            digest TEXT NOT NULL PRIMARY KEY,
            email TEXT NOT NULL REFERENCES member(email) ON DELETE CASCADE,
            expires BIGINT NOT NULL
        );
        CREATE INDEX session_email ON session(email);
        CREATE TABLE token (
            id TEXT NOT NULL PRIMARY KEY,
            digest TEXT NOT NULL UNIQUE,
            email TEXT NOT NULL REFERENCES member(email) ON DELETE CASCADE,
            name TEXT NOT NULL,
            created BIGINT NOT NULL
        );
        CREATE INDEX token_email ON token(email);
        """

    /// A message stands once for all the creators that it went to; its id is that of the first of its invitations. The
    /// keys are the folded forms that names are compared and searched in. The member has no reference: history stays.
    private static let invitations = """
        CREATE TABLE message (
            id TEXT NOT NULL PRIMARY KEY,
            body TEXT NOT NULL,
            contacts TEXT NOT NULL
        );
        CREATE TABLE invitation (
            id TEXT NOT NULL PRIMARY KEY,
            company TEXT NOT NULL,
            member TEXT NOT NULL,
            creator TEXT NOT NULL,
            creator_key TEXT NOT NULL,
            nickname TEXT NOT NULL,
            nickname_key TEXT NOT NULL,
            market TEXT NOT NULL,
            purpose TEXT NOT NULL,
            message TEXT NOT NULL REFERENCES message(id),
            state TEXT NOT NULL,
            sent BIGINT NOT NULL
        );
        CREATE INDEX invitation_sent ON invitation(company, sent, id);
        CREATE INDEX invitation_creator ON invitation(company, creator_key, sent);
        CREATE INDEX invitation_message ON invitation(message);
        """

    private static let reveals = """
        CREATE TABLE reveal (
            id TEXT NOT NULL PRIMARY KEY,
            revealed BIGINT NOT NULL,
            member TEXT NOT NULL,
            company TEXT NOT NULL,
            creator TEXT NOT NULL,
            creator_key TEXT NOT NULL,
            channels TEXT NOT NULL
        );
        CREATE INDEX reveal_revealed ON reveal(company, revealed, id);
        CREATE INDEX reveal_creator ON reveal(company, creator_key, revealed);
        """

    /// `submission` is the key of the request that made a row: repeating the request finds the row again. A queued
    /// invitation keeps its id when it is sent. An empty company in `opt_out` means every company.
    private static let queue = """
        ALTER TABLE invitation ADD COLUMN template TEXT;
        ALTER TABLE invitation ADD COLUMN submission TEXT;
        CREATE INDEX invitation_submission ON invitation(company, submission, creator_key);
        CREATE TABLE queued_invitation (
            id TEXT NOT NULL PRIMARY KEY,
            company TEXT NOT NULL,
            member TEXT NOT NULL,
            creator TEXT NOT NULL,
            creator_key TEXT NOT NULL,
            nickname TEXT NOT NULL,
            market TEXT NOT NULL,
            purpose TEXT NOT NULL,
            message TEXT NOT NULL REFERENCES message(id),
            template TEXT,
            submission TEXT,
            position BIGINT NOT NULL,
            queued BIGINT NOT NULL,
            obstacle TEXT
        );
        CREATE UNIQUE INDEX queued_invitation_creator ON queued_invitation(company, creator_key);
        CREATE UNIQUE INDEX queued_invitation_position ON queued_invitation(company, position);
        CREATE INDEX queued_invitation_message ON queued_invitation(message);
        CREATE TABLE opt_out (
            creator_key TEXT NOT NULL,
            company TEXT NOT NULL,
            since BIGINT NOT NULL,
            PRIMARY KEY (creator_key, company)
        );
        CREATE TABLE message_template (
            id TEXT NOT NULL PRIMARY KEY,
            company TEXT NOT NULL,
            name TEXT NOT NULL,
            name_key TEXT NOT NULL,
            market TEXT,
            language TEXT,
            body TEXT NOT NULL,
            member TEXT NOT NULL,
            changed BIGINT NOT NULL
        );
        CREATE UNIQUE INDEX message_template_name ON message_template(company, name_key);
        """

    /// What members keep about creators: picks are one member's own, all else is the company's.
    private static let lists = """
        CREATE TABLE pick (
            member TEXT NOT NULL,
            creator TEXT NOT NULL,
            creator_key TEXT NOT NULL,
            place BIGINT NOT NULL,
            PRIMARY KEY (member, creator_key)
        );
        CREATE TABLE shortlist (
            id TEXT NOT NULL PRIMARY KEY,
            company TEXT NOT NULL,
            name TEXT NOT NULL,
            name_key TEXT NOT NULL,
            member TEXT NOT NULL,
            created BIGINT NOT NULL
        );
        CREATE UNIQUE INDEX shortlist_name ON shortlist(company, name_key);
        CREATE TABLE shortlist_creator (
            shortlist TEXT NOT NULL REFERENCES shortlist(id) ON DELETE CASCADE,
            creator TEXT NOT NULL,
            creator_key TEXT NOT NULL,
            place BIGINT NOT NULL,
            PRIMARY KEY (shortlist, creator_key)
        );
        CREATE TABLE creator_tag (
            company TEXT NOT NULL,
            creator TEXT NOT NULL,
            creator_key TEXT NOT NULL,
            tag TEXT NOT NULL,
            tag_key TEXT NOT NULL,
            PRIMARY KEY (company, creator_key, tag_key)
        );
        CREATE INDEX creator_tag_tag ON creator_tag(company, tag_key);
        CREATE TABLE creator_note (
            company TEXT NOT NULL,
            creator TEXT NOT NULL,
            creator_key TEXT NOT NULL,
            body TEXT NOT NULL,
            member TEXT NOT NULL,
            changed BIGINT NOT NULL,
            PRIMARY KEY (company, creator_key)
        );
        """

    /// An attempt's subject names an account by a digest, so that an address that nobody has leaves no trace, or a client.
    /// Sessions that were begun before have no id of their own; a part of their digest, which opens nothing, stands for it.
    private static let access = """
        ALTER TABLE member ADD COLUMN signed_in BIGINT;
        CREATE TABLE password (
            email TEXT NOT NULL PRIMARY KEY REFERENCES member(email) ON DELETE CASCADE,
            hash TEXT NOT NULL,
            changed BIGINT NOT NULL
        );
        CREATE TABLE sign_in_attempt (
            subject TEXT NOT NULL PRIMARY KEY,
            failures BIGINT NOT NULL,
            last BIGINT NOT NULL
        );
        CREATE INDEX sign_in_attempt_last ON sign_in_attempt(last);
        ALTER TABLE session ADD COLUMN id TEXT NOT NULL DEFAULT '';
        ALTER TABLE session ADD COLUMN begun BIGINT NOT NULL DEFAULT 0;
        ALTER TABLE session ADD COLUMN used BIGINT NOT NULL DEFAULT 0;
        ALTER TABLE session ADD COLUMN device TEXT NOT NULL DEFAULT '';
        ALTER TABLE session ADD COLUMN link_until BIGINT NOT NULL DEFAULT 0;
        UPDATE session SET id = substr(digest, 1, 32);
        CREATE UNIQUE INDEX session_id ON session(id);
        ALTER TABLE token ADD COLUMN used BIGINT;
        """

    /// What creators have and decide. The selector of an inbox is random and finds it; that a link to it is genuine, a key
    /// outside of the store shows. Events are numbered over all companies, in the order of their transactions.
    private static let inbox = """
        CREATE TABLE inbox (
            creator_key TEXT NOT NULL PRIMARY KEY,
            creator TEXT NOT NULL,
            selector TEXT NOT NULL UNIQUE,
            generation BIGINT NOT NULL,
            created BIGINT NOT NULL
        );
        INSERT INTO inbox (creator_key, creator, selector, generation, created)
            SELECT creator_key, MIN(creator), substr(lower(hex(randomblob(6))), 1, 12), 1, MIN(sent)
            FROM invitation GROUP BY creator_key;
        CREATE TABLE invitation_event (
            number BIGINT NOT NULL PRIMARY KEY,
            invitation TEXT NOT NULL REFERENCES invitation(id),
            kind TEXT NOT NULL,
            instant BIGINT NOT NULL,
            reason TEXT
        );
        CREATE INDEX invitation_event_invitation ON invitation_event(invitation, number);
        CREATE INDEX invitation_received ON invitation(creator_key, sent, id);
        CREATE INDEX invitation_state ON invitation(state, sent);
        CREATE TABLE creator_wish (
            creator_key TEXT NOT NULL PRIMARY KEY,
            creator TEXT NOT NULL,
            shown TEXT,
            authorized TEXT,
            changed BIGINT NOT NULL
        );
        CREATE TABLE erasure_request (
            creator_key TEXT NOT NULL PRIMARY KEY,
            creator TEXT NOT NULL,
            requested BIGINT NOT NULL
        );
        """

    /// What was done with whose data. `ledger_subject` is all that joins an entry to a creator. The triggers are SQLite's way
    /// to say that rows are only added; another database says it by rights.
    private static let ledger = """
        CREATE TABLE ledger (
            number BIGINT NOT NULL PRIMARY KEY,
            instant BIGINT NOT NULL,
            kind TEXT NOT NULL,
            subject TEXT NOT NULL,
            detail TEXT NOT NULL,
            hash TEXT NOT NULL
        );
        CREATE INDEX ledger_subject_number ON ledger(subject, number);
        CREATE TRIGGER ledger_is_not_changed BEFORE UPDATE ON ledger
            BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;
        CREATE TRIGGER ledger_is_not_cut BEFORE DELETE ON ledger
            BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;
        CREATE TABLE ledger_head (
            number BIGINT NOT NULL PRIMARY KEY,
            hash TEXT NOT NULL
        );
        CREATE TABLE ledger_subject (
            creator_key TEXT NOT NULL PRIMARY KEY,
            subject TEXT NOT NULL UNIQUE
        );
        CREATE TABLE erasure (
            mark TEXT NOT NULL PRIMARY KEY,
            erased BIGINT NOT NULL
        );
        CREATE TABLE erasure_salt (salt TEXT NOT NULL);
        """

    /// Mails by invitation: one each, so that none goes out twice. No address stands here; it is looked up when the mail is
    /// made. Only invitations since `outbox_start` are mailed.
    private static let outbox = """
        CREATE TABLE outbox (
            invitation TEXT NOT NULL PRIMARY KEY REFERENCES invitation(id),
            state TEXT NOT NULL,
            attempts BIGINT NOT NULL,
            due BIGINT NOT NULL,
            changed BIGINT NOT NULL,
            fault TEXT
        );
        CREATE INDEX outbox_due ON outbox(state, due);
        CREATE TABLE outbox_start (since BIGINT NOT NULL);
        """

    /// Up to which event each member has read the answers.
    private static let answers = """
        CREATE TABLE answer_read (
            member TEXT NOT NULL PRIMARY KEY,
            number BIGINT NOT NULL
        );
        """

    /// Where each contact detail came from. The digest tells that an address has changed.
    private static let contactSources = """
        CREATE TABLE contact_source (
            creator_key TEXT NOT NULL,
            channel TEXT NOT NULL,
            digest TEXT NOT NULL,
            source TEXT NOT NULL,
            since BIGINT NOT NULL,
            basis TEXT NOT NULL,
            PRIMARY KEY (creator_key, channel)
        );
        """
}
