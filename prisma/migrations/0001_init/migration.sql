-- CreateTable
CREATE TABLE "Inbox" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "account" TEXT NOT NULL,
    "eventKey" TEXT NOT NULL,
    "conversationId" INTEGER NOT NULL,
    "shard" INTEGER NOT NULL,
    "payload" TEXT,
    "receivedAt" INTEGER NOT NULL,
    "status" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "handledAt" INTEGER
);

-- CreateTable
CREATE TABLE "Conversation" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "account" TEXT NOT NULL,
    "addressIndex" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "shard" INTEGER NOT NULL,
    "state" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "language" TEXT NOT NULL DEFAULT 'id',
    "createdAt" INTEGER NOT NULL,
    "updatedAt" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Answer" (
    "conversationId" INTEGER NOT NULL,
    "frame" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    PRIMARY KEY ("conversationId", "frame", "step")
);

-- CreateTable
CREATE TABLE "Outbox" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "account" TEXT NOT NULL,
    "conversationId" INTEGER NOT NULL,
    "payload" TEXT,
    "status" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "dueAt" INTEGER NOT NULL DEFAULT 0,
    "createdAt" INTEGER NOT NULL,
    "settledAt" INTEGER,
    "platformIds" TEXT,
    "error" TEXT,
    "about" TEXT
);

-- CreateTable
CREATE TABLE "Timer" (
    "conversationId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "dueAt" INTEGER NOT NULL,
    "payload" TEXT,

    PRIMARY KEY ("conversationId", "name")
);

-- CreateTable
CREATE TABLE "Job" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "conversationId" INTEGER,
    "payload" TEXT,
    "status" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "interrupted" INTEGER NOT NULL DEFAULT 0,
    "dueAt" INTEGER NOT NULL,
    "leaseUntil" INTEGER,
    "createdAt" INTEGER NOT NULL,
    "finishedAt" INTEGER,
    "error" TEXT
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "nikIndex" TEXT NOT NULL,
    "nik" BLOB NOT NULL,
    "name" BLOB NOT NULL,
    "profile" BLOB NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "updatedAt" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "Contact" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "conversationId" BIGINT NOT NULL,
    "account" TEXT NOT NULL,
    "personId" TEXT,
    "phoneIndex" TEXT,
    "phone" BLOB,
    "provenAt" BIGINT,
    "stoppedAt" BIGINT,
    "createdAt" BIGINT NOT NULL,
    CONSTRAINT "Contact_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "agency" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "passwordHash" TEXT,
    "activatedAt" BIGINT,
    "createdAt" BIGINT NOT NULL,
    CONSTRAINT "Account_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "conversationId" BIGINT NOT NULL,
    "startedAt" BIGINT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "endedAt" BIGINT,
    CONSTRAINT "Session_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "agency" TEXT NOT NULL,
    "textKey" TEXT NOT NULL,
    "textVersion" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "reply" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "conversationId" BIGINT NOT NULL,
    "givenAt" BIGINT NOT NULL,
    "withdrawnAt" BIGINT,
    CONSTRAINT "Consent_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Registration" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" TEXT NOT NULL,
    "agency" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "conversationId" BIGINT NOT NULL,
    "status" TEXT NOT NULL,
    "formVersion" INTEGER NOT NULL,
    "answers" BLOB NOT NULL,
    "flags" TEXT NOT NULL DEFAULT '[]',
    "reason" TEXT,
    "note" BLOB,
    "marked" TEXT NOT NULL DEFAULT '[]',
    "submittedAt" BIGINT NOT NULL,
    "promisedAt" BIGINT NOT NULL,
    "decidedAt" BIGINT,
    "replaces" TEXT,
    "passwordHash" TEXT,
    CONSTRAINT "Registration_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CaseEvent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "registrationId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "data" TEXT NOT NULL DEFAULT '{}',
    "at" BIGINT NOT NULL,
    CONSTRAINT "CaseEvent_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Task" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "agency" TEXT NOT NULL,
    "registrationId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "claimedBy" TEXT,
    "claimUntil" BIGINT,
    "decision" TEXT,
    "decidedBy" TEXT,
    "decidedAt" BIGINT,
    "createdAt" BIGINT NOT NULL,
    "promisedAt" BIGINT NOT NULL,
    "remindAt" BIGINT,
    "reminders" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "Task_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Document" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "registrationId" TEXT,
    "personId" TEXT,
    "slot" TEXT NOT NULL,
    "page" INTEGER NOT NULL DEFAULT 1,
    "fileId" TEXT NOT NULL,
    "note" TEXT,
    "createdAt" BIGINT NOT NULL,
    "removedAt" BIGINT,
    CONSTRAINT "Document_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Document_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "File" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "File" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "agency" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "variant" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "wrappedKey" BLOB,
    "keyVersion" INTEGER NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "erasedAt" BIGINT
);

-- CreateTable
CREATE TABLE "Officer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "agency" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "conversationId" BIGINT,
    "enrolledAt" BIGINT NOT NULL,
    "removedAt" BIGINT
);

-- CreateTable
CREATE TABLE "OfficerInvite" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "agency" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "usedAt" BIGINT,
    "officerId" TEXT
);

-- CreateTable
CREATE TABLE "Link" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tokenHash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "agency" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "conversationId" BIGINT,
    "payload" BLOB,
    "createdAt" BIGINT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "lockedAt" BIGINT,
    "usedAt" BIGINT
);

-- CreateTable
CREATE TABLE "Attempt" (
    "subject" TEXT NOT NULL PRIMARY KEY,
    "count" INTEGER NOT NULL,
    "windowStart" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "Audit" (
    "seq" BIGINT NOT NULL PRIMARY KEY,
    "at" BIGINT NOT NULL,
    "agency" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '{}',
    "prevHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Setting" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "SimulatorPhone" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "createdAt" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "SimulatorMessage" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "phoneId" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "body" BLOB NOT NULL,
    "status" TEXT NOT NULL,
    "at" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "SimulatorMail" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "to" BLOB NOT NULL,
    "body" BLOB NOT NULL,
    "at" BIGINT NOT NULL,
    "read" BOOLEAN NOT NULL DEFAULT false
);

-- CreateIndex
CREATE UNIQUE INDEX "Inbox_account_eventKey_key" ON "Inbox"("account", "eventKey");

-- CreateIndex
CREATE UNIQUE INDEX "Conversation_account_addressIndex_key" ON "Conversation"("account", "addressIndex");

-- CreateIndex
CREATE INDEX "Timer_dueAt_idx" ON "Timer"("dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Job_key_key" ON "Job"("key");

-- CreateIndex
CREATE INDEX "Job_status_dueAt_idx" ON "Job"("status", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Person_nikIndex_key" ON "Person"("nikIndex");

-- CreateIndex
CREATE UNIQUE INDEX "Contact_conversationId_key" ON "Contact"("conversationId");

-- CreateIndex
CREATE INDEX "Contact_personId_idx" ON "Contact"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_agency_personId_key" ON "Account"("agency", "personId");

-- CreateIndex
CREATE INDEX "Session_conversationId_endedAt_idx" ON "Session"("conversationId", "endedAt");

-- CreateIndex
CREATE INDEX "Session_accountId_endedAt_idx" ON "Session"("accountId", "endedAt");

-- CreateIndex
CREATE INDEX "Consent_personId_idx" ON "Consent"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Registration_number_key" ON "Registration"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Registration_replaces_key" ON "Registration"("replaces");

-- CreateIndex
CREATE INDEX "Registration_personId_agency_idx" ON "Registration"("personId", "agency");

-- CreateIndex
CREATE INDEX "Registration_conversationId_agency_idx" ON "Registration"("conversationId", "agency");

-- CreateIndex
CREATE INDEX "Registration_agency_status_submittedAt_idx" ON "Registration"("agency", "status", "submittedAt");

-- CreateIndex
CREATE INDEX "CaseEvent_registrationId_at_idx" ON "CaseEvent"("registrationId", "at");

-- CreateIndex
CREATE INDEX "Task_agency_status_createdAt_idx" ON "Task"("agency", "status", "createdAt");

-- CreateIndex
CREATE INDEX "Task_status_claimUntil_idx" ON "Task"("status", "claimUntil");

-- CreateIndex
CREATE INDEX "Task_status_remindAt_idx" ON "Task"("status", "remindAt");

-- CreateIndex
CREATE INDEX "Document_registrationId_slot_idx" ON "Document"("registrationId", "slot");

-- CreateIndex
CREATE INDEX "File_sha256_idx" ON "File"("sha256");

-- CreateIndex
CREATE INDEX "Officer_agency_role_idx" ON "Officer"("agency", "role");

-- CreateIndex
CREATE INDEX "Officer_conversationId_idx" ON "Officer"("conversationId");

-- CreateIndex
CREATE UNIQUE INDEX "OfficerInvite_codeHash_key" ON "OfficerInvite"("codeHash");

-- CreateIndex
CREATE UNIQUE INDEX "Link_tokenHash_key" ON "Link"("tokenHash");

-- CreateIndex
CREATE INDEX "Link_subject_purpose_idx" ON "Link"("subject", "purpose");

-- CreateIndex
CREATE UNIQUE INDEX "Audit_hash_key" ON "Audit"("hash");

-- CreateIndex
CREATE INDEX "Audit_subject_idx" ON "Audit"("subject");

-- CreateIndex
CREATE INDEX "SimulatorMessage_phoneId_id_idx" ON "SimulatorMessage"("phoneId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "SimulatorMessage_phoneId_direction_key_key" ON "SimulatorMessage"("phoneId", "direction", "key");

-- CreateIndex
CREATE UNIQUE INDEX "SimulatorMail_key_key" ON "SimulatorMail"("key");
