-- AlterTable
ALTER TABLE "Contact" ADD COLUMN "identityChangedAt" BIGINT;
ALTER TABLE "Contact" ADD COLUMN "identityIndex" TEXT;
ALTER TABLE "Contact" ADD COLUMN "linkedAt" BIGINT;
ALTER TABLE "Contact" ADD COLUMN "preferredAt" BIGINT;
ALTER TABLE "Contact" ADD COLUMN "undeliverableAt" BIGINT;

-- AlterTable
ALTER TABLE "Outbox" ADD COLUMN "noticeId" TEXT;

-- CreateTable
CREATE TABLE "Notice" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "agency" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "content" BLOB NOT NULL,
    "conversationId" BIGINT,
    "tried" TEXT NOT NULL DEFAULT '[]',
    "createdAt" BIGINT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "Notice_key_key" ON "Notice"("key");

-- CreateIndex
CREATE INDEX "Notice_personId_idx" ON "Notice"("personId");

-- Since when a chat is its person's was not noted before: the last time it was shown is the nearest there is.
UPDATE "Contact" SET "linkedAt" = "createdAt" WHERE "personId" IS NOT NULL;
