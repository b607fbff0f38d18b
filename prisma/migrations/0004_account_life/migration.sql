-- AlterTable
ALTER TABLE "Person" ADD COLUMN "erasedAt" BIGINT;

-- CreateTable
CREATE TABLE "Mandate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "agency" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "group" BLOB NOT NULL,
    "grantedBy" TEXT NOT NULL,
    "grantedAt" BIGINT NOT NULL,
    "endsAt" BIGINT,
    "revokedBy" TEXT,
    "revokedAt" BIGINT,
    CONSTRAINT "Mandate_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OneTimeCode" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "purpose" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "payload" BLOB NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "usedAt" BIGINT
);

-- CreateTable
CREATE TABLE "Request" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" TEXT NOT NULL,
    "agency" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "conversationId" BIGINT NOT NULL,
    "status" TEXT NOT NULL,
    "answers" BLOB NOT NULL,
    "flags" TEXT NOT NULL DEFAULT '[]',
    "reason" TEXT,
    "note" BLOB,
    "submittedAt" BIGINT NOT NULL,
    "promisedAt" BIGINT NOT NULL,
    "decidedAt" BIGINT,
    CONSTRAINT "Request_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Talk" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "agency" TEXT NOT NULL,
    "conversationId" BIGINT NOT NULL,
    "status" TEXT NOT NULL,
    "officerId" TEXT,
    "openedAt" BIGINT NOT NULL,
    "askedAt" BIGINT NOT NULL,
    "answeredAt" BIGINT,
    "closedAt" BIGINT
);

-- CreateTable
CREATE TABLE "TalkLine" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "talkId" TEXT NOT NULL,
    "officerId" TEXT,
    "text" BLOB NOT NULL,
    "at" BIGINT NOT NULL,
    CONSTRAINT "TalkLine_talkId_fkey" FOREIGN KEY ("talkId") REFERENCES "Talk" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "agency" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "passwordHash" TEXT,
    "activatedAt" BIGINT,
    "createdAt" BIGINT NOT NULL,
    "mode" TEXT NOT NULL DEFAULT 'personal',
    "eraseAt" BIGINT,
    CONSTRAINT "Account_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Account" ("activatedAt", "agency", "createdAt", "id", "passwordHash", "personId", "status") SELECT "activatedAt", "agency", "createdAt", "id", "passwordHash", "personId", "status" FROM "Account";
DROP TABLE "Account";
ALTER TABLE "new_Account" RENAME TO "Account";
CREATE UNIQUE INDEX "Account_agency_personId_key" ON "Account"("agency", "personId");
CREATE TABLE "new_Document" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "registrationId" TEXT,
    "requestId" TEXT,
    "personId" TEXT,
    "slot" TEXT NOT NULL,
    "page" INTEGER NOT NULL DEFAULT 1,
    "fileId" TEXT NOT NULL,
    "note" TEXT,
    "createdAt" BIGINT NOT NULL,
    "removedAt" BIGINT,
    CONSTRAINT "Document_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Document_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "Request" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Document_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "File" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Document" ("createdAt", "fileId", "id", "note", "page", "personId", "registrationId", "removedAt", "slot") SELECT "createdAt", "fileId", "id", "note", "page", "personId", "registrationId", "removedAt", "slot" FROM "Document";
DROP TABLE "Document";
ALTER TABLE "new_Document" RENAME TO "Document";
CREATE INDEX "Document_registrationId_slot_idx" ON "Document"("registrationId", "slot");
CREATE INDEX "Document_requestId_slot_idx" ON "Document"("requestId", "slot");
CREATE TABLE "new_Task" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "agency" TEXT NOT NULL,
    "registrationId" TEXT,
    "requestId" TEXT,
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
    CONSTRAINT "Task_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Task_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "Request" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Task" ("agency", "claimUntil", "claimedBy", "createdAt", "decidedAt", "decidedBy", "decision", "id", "promisedAt", "registrationId", "remindAt", "reminders", "role", "status") SELECT "agency", "claimUntil", "claimedBy", "createdAt", "decidedAt", "decidedBy", "decision", "id", "promisedAt", "registrationId", "remindAt", "reminders", "role", "status" FROM "Task";
DROP TABLE "Task";
ALTER TABLE "new_Task" RENAME TO "Task";
CREATE INDEX "Task_agency_status_createdAt_idx" ON "Task"("agency", "status", "createdAt");
CREATE INDEX "Task_status_claimUntil_idx" ON "Task"("status", "claimUntil");
CREATE INDEX "Task_status_remindAt_idx" ON "Task"("status", "remindAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "Mandate_accountId_idx" ON "Mandate"("accountId");

-- CreateIndex
CREATE INDEX "OneTimeCode_subject_purpose_idx" ON "OneTimeCode"("subject", "purpose");

-- CreateIndex
CREATE UNIQUE INDEX "Request_number_key" ON "Request"("number");

-- CreateIndex
CREATE INDEX "Request_personId_agency_idx" ON "Request"("personId", "agency");

-- CreateIndex
CREATE INDEX "Request_conversationId_agency_idx" ON "Request"("conversationId", "agency");

-- CreateIndex
CREATE INDEX "Talk_agency_status_askedAt_idx" ON "Talk"("agency", "status", "askedAt");

-- CreateIndex
CREATE INDEX "Talk_conversationId_status_idx" ON "Talk"("conversationId", "status");

-- CreateIndex
CREATE INDEX "TalkLine_talkId_at_idx" ON "TalkLine"("talkId", "at");

-- CreateIndex
CREATE INDEX "Contact_phoneIndex_idx" ON "Contact"("phoneIndex");
