-- What still waits, in order. Partial, so that a handled row costs nothing more and the index stays as small as the backlog.
CREATE INDEX "Inbox_waiting" ON "Inbox"("id") WHERE "status" = 0;
CREATE INDEX "Outbox_waiting" ON "Outbox"("account", "id", "conversationId", "dueAt") WHERE "status" = 0;
CREATE INDEX "Outbox_about" ON "Outbox"("conversationId", "id") WHERE "about" IS NOT NULL;

-- An answer is found by its key alone.
DROP TABLE "Answer";
CREATE TABLE "Answer" (
    "conversationId" INTEGER NOT NULL,
    "frame" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    PRIMARY KEY ("conversationId", "frame", "step")
) WITHOUT ROWID;
