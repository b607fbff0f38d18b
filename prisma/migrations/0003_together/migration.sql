-- Answers are kept some at a time. What they were cannot be carried over: it is sealed with keys that SQL does not know.
-- A conversation that was in the middle of a form begins anew.
UPDATE "Conversation" SET "state" = NULL WHERE "id" IN (SELECT "conversationId" FROM "Answer");
DROP TABLE "Answer";
CREATE TABLE "Answer" (
    "conversationId" INTEGER NOT NULL,
    "page" INTEGER NOT NULL,
    "entries" TEXT NOT NULL,

    PRIMARY KEY ("conversationId", "page")
) WITHOUT ROWID;

-- Messages written in one go are sealed in one go.
ALTER TABLE "Outbox" ADD COLUMN "bundle" INTEGER;
CREATE TABLE "Bundle" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "messages" TEXT NOT NULL
);
